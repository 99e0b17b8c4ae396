import { useEffect, useState } from 'react';
import { isProblem, sentenceOf } from '../api/problem.js';
import { useWrite } from '../api/useWrite.js';
import { hours, plural } from '../frame/format.js';
import type { GridErrors } from '../frame/grid/grid-types.js';
import { useToast } from '../frame/toast.js';
import { type BatchRow, saveBatch, undoBatch } from './activity-batch.js';
import { useActivitiesChanged } from './activity-writes.js';
import { cellOfError } from './typed-rows.js';

export function merged(a: GridErrors, b: GridErrors): GridErrors {
  const all = { ...a };
  for (const [key, cells] of Object.entries(b)) all[key] = { ...all[key], ...cells };
  return all;
}

function errorsOf(error: unknown): GridErrors {
  if (!isProblem(error)) return {};
  let all: GridErrors = {};
  for (const { path, message } of error.errors) {
    const cell = cellOfError(path);
    if (cell) all = merged(all, { [cell.row]: { [cell.column]: message } });
  }
  return all;
}

/** What the server would refuse, asked as soon as every cell means something. */
export function useDryRun(rows: BatchRow[] | null): GridErrors {
  const [told, setTold] = useState<GridErrors>({});
  const asked = JSON.stringify(rows);
  useEffect(() => {
    let current = true;
    const tell = (errors: GridErrors) => current && setTold(errors);
    const wanted = JSON.parse(asked) as typeof rows;
    if (wanted) {
      saveBatch({ rows: wanted, dryRun: true }).then(
        () => tell({}),
        (error: unknown) => tell(errorsOf(error)),
      );
    }
    return () => {
      current = false;
    };
  }, [asked]);
  return told;
}

export function useSavePaste(close: () => void, refuse: (errors: GridErrors) => void) {
  const toast = useToast();
  const changed = useActivitiesChanged();
  const write = useWrite(async (rows: BatchRow[], key) => {
    const batch = await saveBatch({ rows }, key);
    const minutes = batch.items.reduce((sum, one) => sum + one.minutes, 0);
    toast({
      text: `${plural(batch.items.length, 'attività salvata', 'attività salvate')}, ${hours(minutes)} ore.`,
      undo: async () => {
        if (batch.id) await undoBatch(batch.id);
        await changed();
      },
    });
    await changed();
    close();
  });
  const { mutate } = write;
  return {
    isPending: write.isPending,
    mutate: (rows: Parameters<typeof mutate>[0]) =>
      mutate(rows, {
        onError: (error) => {
          refuse(errorsOf(error));
          toast({ text: sentenceOf(error), tone: 'bad' });
        },
      }),
  };
}
