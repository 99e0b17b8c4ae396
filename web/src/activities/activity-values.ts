import { hours } from '../frame/format.js';
import {
  minutesBetween,
  parseCount,
  parseDay,
  parseDuration,
  parseQuantity,
  parseTime,
} from '../frame/parse.js';
import type { Activity, Kind } from './activity-queries.js';
import type { ActivityBody } from './activity-writes.js';

/** The form as typed; `bodyOf` turns it into what the API takes. */
export interface ActivityValues {
  projectId: string;
  workItemId: string;
  participationId: string;
  kind: string;
  day: string;
  endsOn: string;
  startTime: string;
  endTime: string;
  duration: string;
  quantity: string;
  place: string;
  staffIds: string[];
  organisationIds: string[];
  participants: string;
  women: string;
  men: string;
  note: string;
}

export const emptyValues: ActivityValues = {
  projectId: '',
  workItemId: '',
  participationId: '',
  kind: '',
  day: 'oggi',
  endsOn: '',
  startTime: '',
  endTime: '',
  duration: '',
  quantity: '',
  place: '',
  staffIds: [],
  organisationIds: [],
  participants: '',
  women: '',
  men: '',
  note: '',
};

const typedDay = (day: string): string => day.split('-').reverse().join('/');
const typed = (value: number | null): string =>
  value === null ? '' : String(value).replace('.', ',');

export const valuesOf = (activity: Activity): ActivityValues => ({
  projectId: activity.projectId,
  workItemId: activity.workItemId,
  participationId: activity.participationId ?? '',
  kind: activity.kind,
  day: typedDay(activity.day),
  endsOn: activity.endsOn ? typedDay(activity.endsOn) : '',
  startTime: activity.startTime ?? '',
  endTime: activity.endTime ?? '',
  duration: activity.minutes > 0 ? hours(activity.minutes).replaceAll('.', '') : '',
  quantity: typed(activity.quantity),
  place: activity.place ?? '',
  staffIds: activity.staffIds,
  organisationIds: activity.organisationIds,
  participants: typed(activity.participants),
  women: typed(activity.women),
  men: typed(activity.men),
  note: activity.note ?? '',
});

const textOrNull = (text: string): string | null => text.trim() || null;
const countOrNull = (text: string): number | null => (text.trim() ? parseCount(text) : null);

/** Times decide the minutes when both are there; the server does that sum, and refuses a contradiction. */
export function bodyOf(values: ActivityValues, today: string, unit: Kind['unit']): ActivityBody {
  const minutes = values.duration.trim() ? parseDuration(values.duration) : null;
  return {
    kind: values.kind,
    workItemId: values.workItemId,
    participationId: values.participationId || null,
    day: parseDay(values.day, today) ?? values.day,
    endsOn: values.endsOn.trim() ? (parseDay(values.endsOn, today) ?? values.endsOn) : null,
    startTime: values.startTime.trim() ? parseTime(values.startTime) : null,
    endTime: values.endTime.trim() ? parseTime(values.endTime) : null,
    ...(minutes === null ? {} : { minutes }),
    quantity: unit === 'minutes' ? null : Number(parseQuantity(values.quantity) ?? 0) || null,
    place: textOrNull(values.place),
    note: textOrNull(values.note),
    participants: countOrNull(values.participants),
    women: countOrNull(values.women),
    men: countOrNull(values.men),
    staffIds: values.staffIds,
    organisationIds: values.organisationIds,
  };
}

/** What an activity was, to put it back. */
export function bodyBefore(activity: Activity): ActivityBody {
  const { kind, workItemId, participationId, day, endsOn, startTime, endTime } = activity;
  const { minutes, quantity, place, note, participants, women, men } = activity;
  const { staffIds, organisationIds } = activity;
  return {
    ...{ kind, workItemId, participationId, day, endsOn, startTime, endTime, minutes, quantity },
    ...{ place, note, participants, women, men, staffIds, organisationIds },
  };
}

/** Minutes that the two times give, as far as they can be read. */
export function minutesOfTimes(startTime: string, endTime: string): number | null {
  const start = parseTime(startTime);
  const end = parseTime(endTime);
  return start && end ? minutesBetween(start, end) : null;
}
