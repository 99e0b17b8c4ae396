import { hours, dayTyped } from '../frame/format.js';
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
  language: string;
  territoryId: string;
  targetGroup: string;
  contractLineId: string;
  overReason: string;
  courseId: string;
  /** What other projects take of it. */
  shares: { projectId: string; workItemId: string; participationId: string; duration: string }[];
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
  language: '',
  territoryId: '',
  targetGroup: '',
  contractLineId: '',
  overReason: '',
  courseId: '',
  shares: [],
};

const typed = (value: number | null): string =>
  value === null ? '' : String(value).replace('.', ',');

export const valuesOf = (activity: Activity): ActivityValues => ({
  ...timesOf(activity),
  projectId: activity.projectId,
  workItemId: activity.workItemId,
  participationId: activity.participationId ?? '',
  kind: activity.kind,
  quantity: typed(activity.quantity),
  place: activity.place ?? '',
  staffIds: activity.staffIds,
  organisationIds: activity.organisationIds,
  participants: typed(activity.participants),
  women: typed(activity.women),
  men: typed(activity.men),
  note: activity.note ?? '',
  language: activity.language ?? '',
  territoryId: activity.territoryId ?? '',
  targetGroup: activity.targetGroup ?? '',
  contractLineId: activity.contractLineId ?? '',
  overReason: activity.overReason ?? '',
  courseId: activity.courseId ?? '',
  shares: [],
});

const timesOf = ({ day, endsOn, startTime, endTime, minutes }: Activity) => ({
  day: dayTyped(day),
  endsOn: dayTyped(endsOn),
  startTime: startTime ?? '',
  endTime: endTime ?? '',
  duration: minutes > 0 ? hours(minutes).replaceAll('.', '') : '',
});

const textOrNull = (text: string): string | null => text.trim() || null;

/** The understood value of what was typed; an empty field is null. */
const readOrNull = <Value>(text: string, read: (text: string) => Value | null): Value | null =>
  text.trim() ? read(text) : null;

/** Times decide the minutes when both are there; the server does that sum, and refuses a contradiction. */
export function bodyOf(values: ActivityValues, today: string, unit: Kind['unit']): ActivityBody {
  const minutes = readOrNull(values.duration, parseDuration);
  const quantity = unit === 'minutes' ? null : readOrNull(values.quantity, parseQuantity);
  return {
    kind: values.kind,
    workItemId: values.workItemId,
    participationId: values.participationId || null,
    day: parseDay(values.day, today) ?? values.day,
    endsOn: readOrNull(values.endsOn, (text) => parseDay(text, today)),
    startTime: readOrNull(values.startTime, parseTime),
    endTime: readOrNull(values.endTime, parseTime),
    ...(minutes === null ? {} : { minutes }),
    quantity: quantity === null ? null : Number(quantity),
    place: textOrNull(values.place),
    note: textOrNull(values.note),
    participants: readOrNull(values.participants, parseCount),
    women: readOrNull(values.women, parseCount),
    men: readOrNull(values.men, parseCount),
    staffIds: values.staffIds,
    organisationIds: values.organisationIds,
    language: values.language || null,
    territoryId: values.territoryId || null,
    targetGroup: textOrNull(values.targetGroup),
    contractLineId: values.contractLineId || null,
    overReason: textOrNull(values.overReason),
    courseId: values.courseId || null,
  };
}

/** What an activity was, to put it back. */
export function bodyBefore(activity: Activity): ActivityBody {
  const { kind, workItemId, participationId, day, endsOn, startTime, endTime } = activity;
  const { minutes, quantity, place, note, participants, women, men } = activity;
  const { staffIds, organisationIds, language, territoryId, contractLineId } = activity;
  const { overReason, courseId, targetGroup } = activity;
  const when = { day, endsOn, startTime, endTime, minutes };
  const heads = { participants, women, men };
  return {
    kind,
    workItemId,
    participationId,
    quantity,
    place,
    note,
    staffIds,
    organisationIds,
    language,
    territoryId,
    targetGroup,
    contractLineId,
    overReason,
    courseId,
    ...when,
    ...heads,
  };
}

/** Minutes that the two times give, as far as they can be read. */
export function minutesOfTimes(startTime: string, endTime: string): number | null {
  const start = parseTime(startTime);
  const end = parseTime(endTime);
  return start && end ? minutesBetween(start, end) : null;
}
