import { useState } from 'react';
import { isProblem, sentenceOf } from '../api/problem.js';
import type { FieldError } from '../api/problem.js';
import { useWrite } from '../api/useWrite.js';
import { plural } from '../frame/format.js';
import { useToast } from '../frame/toast.js';
import { type BatchBody, saveBatch, undoBatch } from './activity-batch.js';
import { useActivitiesChanged } from './activity-writes.js';

/** Saves many rows at once, says so with a way back, and keeps what the server refused. */
export function useSaveRows(saved: () => void) {
  const [refused, setRefused] = useState<FieldError[]>([]);
  const toast = useToast();
  const changed = useActivitiesChanged();
  const write = useWrite(async (body: BatchBody, key) => {
    const batch = await saveBatch(body, key);
    toast({
      text: wordsOf(batch.items.length, batch.cancelled),
      undo: async () => {
        if (batch.id) await undoBatch(batch.id);
        await changed();
      },
    });
    setRefused([]);
    await changed();
    saved();
  });
  return {
    refused,
    isPending: write.isPending,
    mutate: (body: BatchBody) =>
      write.mutate(body, {
        onError: (error) => {
          setRefused(isProblem(error) ? error.errors : []);
          toast({ text: firstSentence(error), tone: 'bad' });
        },
      }),
  };
}

const firstSentence = (error: unknown): string => {
  const [first] = isProblem(error) ? error.errors : [];
  return first ? `${sentenceOf(error)} ${first.message}` : sentenceOf(error);
};

const wordsOf = (saved: number, cancelled: number): string =>
  [
    saved > 0 && plural(saved, 'attività salvata', 'attività salvate'),
    cancelled > 0 && plural(cancelled, 'attività annullata', 'attività annullate'),
  ]
    .filter(Boolean)
    .join(', ') + '.';
