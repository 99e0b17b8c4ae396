import type { Schemas } from '../api/client.js';
import { dayTyped } from '../frame/format.js';
import { parseDay } from '../frame/parse.js';
import type { Recipient } from './recipient-queries.js';

/** A person as it is typed: no name, on purpose. */
export interface RecipientValues {
  initials: string;
  birthYear: string;
  ageBand: string;
  gender: string;
  citizenship: string;
  citizenshipProof: string;
  flags: string[];
  noticeOn: string;
  noticeTo: string;
}

export const NEW_RECIPIENT: RecipientValues = {
  initials: '',
  birthYear: '',
  ageBand: '',
  gender: '',
  citizenship: 'XX',
  citizenshipProof: '',
  flags: [],
  noticeOn: '',
  noticeTo: '',
};

export const typedRecipient = (recipient: Recipient): RecipientValues => ({
  initials: recipient.initials ?? '',
  birthYear: recipient.birthYear?.toString() ?? '',
  ageBand: recipient.ageBand ?? '',
  gender: recipient.gender ?? '',
  citizenship: recipient.citizenship,
  citizenshipProof: recipient.citizenshipProof ?? '',
  flags: recipient.flags,
  noticeOn: dayTyped(recipient.noticeOn),
  noticeTo: recipient.noticeTo ?? '',
});

/** Empty is null: what nobody knows stays unknown. */
export const readRecipient = (
  values: RecipientValues,
  today: string,
): Schemas['ChangeRecipient'] => ({
  initials: values.initials.trim() || null,
  birthYear: values.birthYear.trim() ? Number(values.birthYear) : null,
  ageBand: (values.ageBand || null) as Recipient['ageBand'],
  gender: (values.gender || null) as Recipient['gender'],
  citizenship: values.citizenship || 'XX',
  citizenshipProof: (values.citizenshipProof || null) as Recipient['citizenshipProof'],
  flags: values.flags as Recipient['flags'],
  noticeOn: values.noticeOn.trim() ? parseDay(values.noticeOn, today) : null,
  noticeTo: (values.noticeTo || null) as Recipient['noticeTo'],
});
