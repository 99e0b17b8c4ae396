import { dayTyped, hours } from '../frame/format.js';
import { parseDay, parseDuration } from '../frame/parse.js';
import type { Training } from './training-queries.js';

/** A training as it is typed. */
export interface TrainingValues {
  field: string;
  contents: string;
  fromDay: string;
  toDay: string;
  duration: string;
  workItemId: string;
  participationId: string;
  activityId: string;
  people: string[];
  /** A pasted list: one operator a line, its body behind a tab or a semicolon. */
  pasted: string;
}

export const newTraining = (participationId: string | null): TrainingValues => ({
  field: '',
  contents: '',
  fromDay: '',
  toDay: '',
  duration: '',
  workItemId: '',
  participationId: participationId ?? '',
  activityId: '',
  people: [],
  pasted: '',
});

export const typedTraining = (training: Training): TrainingValues => ({
  field: training.field,
  contents: training.contents,
  fromDay: dayTyped(training.fromDay),
  toDay: training.toDay === training.fromDay ? '' : dayTyped(training.toDay),
  duration: training.minutes === null ? '' : hours(training.minutes).replaceAll('.', ''),
  workItemId: training.workItemId,
  participationId: training.participationId ?? '',
  activityId: training.activityId ?? '',
  people: training.operators.map(({ personId }) => personId),
  pasted: '',
});

/** "Anna Rossi⇥Istituto Alfa" → { name, organisation }; empty lines are none. */
export const pastedOperators = (pasted: string) =>
  pasted
    .split(/\r?\n/)
    .map((line) => line.split(/[\t;]/).map((cell) => cell.trim()))
    .flatMap(([name, organisation]) =>
      name ? [{ name, organisation: organisation || null }] : [],
    );

export function readTraining(values: TrainingValues, today: string) {
  const fromDay = parseDay(values.fromDay, today) ?? '';
  return {
    field: values.field.trim(),
    contents: values.contents.trim(),
    fromDay,
    toDay: parseDay(values.toDay, today) ?? fromDay,
    minutes: parseDuration(values.duration),
    workItemId: values.workItemId,
    activityId: values.activityId || null,
    personIds: values.people,
    names: pastedOperators(values.pasted),
  };
}
