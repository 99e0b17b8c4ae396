import { formatDay } from '../kernel/dates.js';
import type { Letter } from '../platform/mail/mail.js';
import type { GuestView, MeetingView } from './meeting.dto.js';

export interface Called {
  name: string;
  email: string;
}

/** Whether this guest knows nothing of it, or something that does not hold any more. */
export const isToBeCalled = (
  { moved, calledOffAt }: Pick<MeetingView, 'moved' | 'calledOffAt'>,
  { email, convenedAt }: GuestView,
): boolean => email !== null && (moved || calledOffAt !== null || convenedAt === null);

/** The letter that calls one guest to a meeting; one who was called before reads what became of that. */
export function convocation(
  meeting: MeetingView,
  guest: GuestView & Called,
  from: { name: string; projectTitle: string },
): Letter {
  const { title, day, startTime, endTime, place, agenda } = meeting;
  const when = `${formatDay(day)}${startTime && endTime ? `, dalle ${startTime} alle ${endTime}` : ''}`;
  const { word, sentence } = newsOf(meeting, guest, from.projectTitle);
  const lines = [
    `Gentile ${guest.name},`,
    '',
    sentence,
    '',
    `Quando: ${when}`,
    `Dove: ${place ?? 'luogo da definire'}`,
    ...(agenda ? ['', 'Ordine del giorno:', agenda] : []),
    '',
    from.name,
  ];
  return {
    to: guest.email,
    subject: `${word}: ${title}, ${formatDay(day)}`,
    text: lines.join('\n'),
  };
}

function newsOf(
  { title, day, moved, convenedDay, calledOffAt }: MeetingView,
  { convenedAt }: GuestView,
  projectTitle: string,
): { word: string; sentence: string } {
  if (convenedAt && calledOffAt)
    return {
      word: 'Di nuovo convocato',
      sentence: `l’incontro «${title}», che era annullato, ha luogo.`,
    };
  if (!convenedAt || !moved || !convenedDay)
    return {
      word: 'Convocazione',
      sentence: `è convocato l’incontro «${title}» del progetto ${projectTitle}.`,
    };
  const before = `l’incontro «${title}», convocato per il ${formatDay(convenedDay)},`;
  return convenedDay === day
    ? { word: 'Cambia ora o luogo', sentence: `${before} cambia ora o luogo.` }
    : { word: 'Spostato', sentence: `${before} è spostato.` };
}

/** The letter to one who was called to a meeting that is cancelled: of the day that they know. */
export function cancellation(
  { title, day, convenedDay }: MeetingView,
  guest: Called,
  projectTitle: string,
): Letter {
  const known = formatDay(convenedDay ?? day);
  const lines = [
    `Gentile ${guest.name},`,
    '',
    `l’incontro «${title}» del progetto ${projectTitle}, convocato per il ${known}, è annullato.`,
  ];
  return {
    to: guest.email,
    subject: `Annullato: ${title}, ${known}`,
    text: `${lines.join('\n')}\n`,
  };
}
