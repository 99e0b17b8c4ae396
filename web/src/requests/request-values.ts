import type { Schemas } from '../api/client.js';
import { orNull } from '../frame/form-values.js';
import { parseDay, parseDuration, parseTime } from '../frame/parse.js';

/** What is typed about a request, by us or by the body. */
export interface RequestValues {
  projectId: string;
  organisationId: string;
  askedBy: string;
  askedByEmail: string;
  askedByPhone: string;
  meets: string;
  reason: string;
  language: string;
  citizenship: string;
  territoryId: string;
  wantedDay: string;
  wantedTime: string;
  duration: string;
  mode: Schemas['RequestView']['mode'];
  place: string;
}

export const EMPTY: RequestValues = {
  projectId: '',
  organisationId: '',
  askedBy: '',
  askedByEmail: '',
  askedByPhone: '',
  meets: '',
  reason: '',
  language: '',
  citizenship: '',
  territoryId: '',
  wantedDay: '',
  wantedTime: '',
  duration: '1:00',
  mode: 'in_person',
  place: '',
};

/** Member of the body → field of the form. */
export const FIELD_OF = { minutes: 'duration' } as const;

export function askedOf(values: RequestValues, today: string) {
  const minutes = parseDuration(values.duration);
  return {
    askedBy: values.askedBy.trim(),
    askedByPhone: orNull(values.askedByPhone),
    meets: orNull(values.meets),
    reason: values.reason.trim(),
    language: values.language,
    citizenship: orNull(values.citizenship),
    territoryId: orNull(values.territoryId),
    wantedDay: parseDay(values.wantedDay, today) ?? values.wantedDay,
    wantedTime: parseTime(values.wantedTime) ?? values.wantedTime,
    ...(minutes !== null && { minutes }),
    mode: values.mode,
    place: orNull(values.place),
  };
}
