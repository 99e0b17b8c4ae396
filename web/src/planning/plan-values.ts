import { useQuery } from '@tanstack/react-query';
import { parseDay, parseTime } from '../frame/parse.js';
import { plannedDaysQuery } from './calendar-queries.js';
import type { Patron, PlannedDay, Wanted } from './calendar-queries.js';
import { ruleOf } from './recurrence-rule.js';
import type { Repetition } from './recurrence-rule.js';

/** What is put in the calendar, as typed. */
export interface Values extends Repetition {
  /** With a title it is a meeting, to which people are called. */
  title: string;
  agenda: string;
  projectId: string;
  workItemId: string;
  participationId: string;
  kind: string;
  day: string;
  startTime: string;
  endTime: string;
  place: string;
  staffIds: string[];
  organisationIds: string[];
  note: string;
  language: string;
  territoryId: string;
  targetGroup: string;
  courseId: string;
  contractLineId: string;
  overReason: string;
  patron: Patron | '';
}

export function toggled(set: ReadonlySet<string>, day: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(day)) next.add(day);
  return next;
}

/** Holidays are proposed as days off. */
export const isKept = ({ day, holiday }: PlannedDay, turned: ReadonlySet<string>): boolean =>
  (holiday === null) !== turned.has(day);

const given = (text: string): string | null => text.trim() || null;

export const bodyOf = (values: Values, today: string) => ({
  kind: values.kind,
  workItemId: values.workItemId,
  participationId: given(values.participationId),
  day: parseDay(values.day, today) ?? values.day,
  startTime: parseTime(values.startTime),
  endTime: parseTime(values.endTime),
  place: given(values.place),
  note: given(values.note),
  staffIds: values.staffIds,
  organisationIds: values.organisationIds,
  language: given(values.language),
  territoryId: given(values.territoryId),
  targetGroup: given(values.targetGroup),
  courseId: given(values.courseId),
  contractLineId: given(values.contractLineId),
  overReason: given(values.overReason),
});

export const emptyPlan: Values = {
  title: '',
  agenda: '',
  projectId: '',
  workItemId: '',
  participationId: '',
  kind: '',
  day: '',
  startTime: '',
  endTime: '',
  place: '',
  staffIds: [],
  organisationIds: [],
  note: '',
  language: '',
  territoryId: '',
  targetGroup: '',
  courseId: '',
  contractLineId: '',
  overReason: '',
  every: '',
  weekdays: [],
  until: '',
  times: '',
  patron: 'torino',
};

/** The days of what is typed so far, as soon as it can be understood. */
export function usePlanned(values: Values, today: string): PlannedDay[] {
  const firstDay = parseDay(values.day, today);
  const rule = ruleOf(values, today);
  const { data } = useQuery({
    ...plannedDaysQuery({
      ...wantedOf(values),
      firstDay: firstDay ?? '',
      ...(rule && { rule }),
    }),
    enabled: values.projectId !== '' && firstDay !== null && rule !== null,
  });
  return data?.items ?? [];
}

function wantedOf({ projectId, staffIds, ...typed }: Values): Omit<Wanted, 'firstDay'> {
  const [startTime, endTime] = [parseTime(typed.startTime), parseTime(typed.endTime)];
  const place = typed.place.trim();
  return {
    projectId,
    ...(startTime && endTime && { startTime, endTime }),
    ...(staffIds.length > 0 && { personId: staffIds }),
    ...(place && { place }),
    ...(typed.patron && { patron: typed.patron }),
  };
}
