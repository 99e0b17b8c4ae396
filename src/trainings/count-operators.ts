import type { FieldCount, TrainingView } from './training.dto.js';

type Held = Pick<TrainingView, 'field' | 'state'> & { operators: { personId: string }[] };

const different = (trainings: readonly Held[]): number =>
  new Set(trainings.flatMap(({ operators }) => operators.map(({ personId }) => personId))).size;

/** Operators count once over all that was held, and once in each field; so the fields need not add up to the whole. */
export function countOperators(all: readonly Held[]): {
  operators: number;
  presences: number;
  fields: FieldCount[];
} {
  const held = all.filter(({ state }) => state === 'held');
  const fields = [...new Set(held.map(({ field }) => field))];
  return {
    operators: different(held),
    presences: held.reduce((sum, { operators }) => sum + operators.length, 0),
    fields: fields
      .sort((a, b) => a.localeCompare(b, 'it'))
      .map((field) => ({ field, some: held.filter((one) => one.field === field) }))
      .map(({ field, some }) => ({ field, trainings: some.length, operators: different(some) })),
  };
}
