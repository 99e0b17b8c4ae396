import { useState } from 'react';
import { isProblem, sentenceOf } from '../api/problem.js';
import type { FieldError } from '../api/problem.js';
import { useWrite } from '../api/useWrite.js';
import { plural } from '../frame/format.js';
import type { GridErrors } from '../frame/grid/grid-types.js';
import type { Edits, useEdits } from '../frame/grid/useEdits.js';
import { useToast } from '../frame/toast.js';
import { type Batch, type BatchBody, saveBatch, undoBatch } from './activity-batch.js';
import { useActivitiesChanged } from './activity-writes.js';

interface Sent {
  body: BatchBody;
  /** What was typed over the rows of the body. */
  typed: Edits;
}

/** Which cells a refusal is about. */
type CellsOf = (refused: readonly FieldError[]) => GridErrors;

const NONE: GridErrors = {};

/** Saves many rows at once, says so with a way back, and marks what the server refused until something else is typed. */
export function useSaveRows(
  edits: Pick<ReturnType<typeof useEdits>, 'typed' | 'touched' | 'saved'>,
) {
  const [refusal, setRefusal] = useState({ of: {}, cells: NONE });
  const toast = useToast();
  const changed = useActivitiesChanged();
  const write = useWrite(async ({ body, typed }: Sent, key) => {
    const batch = await saveBatch(body, key);
    toast({
      text: wordsOf(batch),
      undo: async () => {
        if (batch.id) await undoBatch(batch.id);
        await changed();
      },
    });
    await changed();
    edits.saved(typed);
  });
  const refuse = (error: unknown, of: Edits, cellsOf: CellsOf) => {
    setRefusal({ of, cells: isProblem(error) ? cellsOf(error.errors) : NONE });
    toast({ text: firstSentence(error), tone: 'bad' });
    // Whatever it was, the rows may not be those that one saw.
    void changed();
  };
  return {
    refused: refusal.of === edits.typed ? refusal.cells : NONE,
    isPending: write.isPending,
    mutate: (body: BatchBody, cellsOf: CellsOf = () => NONE) => {
      const all = edits.typed;
      const typed = Object.fromEntries(
        Object.entries(all).filter(([key]) => edits.touched.has(key)),
      );
      write.mutate({ body, typed }, { onError: (error) => refuse(error, all, cellsOf) });
    },
  };
}

const firstSentence = (error: unknown): string => {
  const [first] = isProblem(error) ? error.errors : [];
  return first ? `${sentenceOf(error)} ${first.message}` : sentenceOf(error);
};

const wordsOf = ({ items, cancelled, confirmed }: Batch): string =>
  [
    items.length > 0 && plural(items.length, 'attività salvata', 'attività salvate'),
    confirmed > 0 && plural(confirmed, 'attività confermata', 'attività confermate'),
    cancelled > 0 && plural(cancelled, 'attività annullata', 'attività annullate'),
  ]
    .filter(Boolean)
    .join(', ') + '.';
