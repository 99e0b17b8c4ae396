import { formatDay } from '../kernel/dates.js';
import type { Letter } from '../platform/mail/mail.js';
import type { MeetingView } from './meeting.dto.js';

/** The letter that calls one guest to a meeting; a second one after it was moved says so. */
export function convocation(
  { title, day, startTime, endTime, place, agenda, convenedDay }: MeetingView,
  guest: { name: string; email: string },
  from: { name: string; projectTitle: string },
): Letter {
  const when = `${formatDay(day)}${startTime && endTime ? `, dalle ${startTime} alle ${endTime}` : ''}`;
  const moved = convenedDay !== null && convenedDay !== day;
  const lines = [
    `Gentile ${guest.name},`,
    '',
    moved
      ? `l’incontro «${title}», convocato per il ${formatDay(convenedDay)}, è spostato.`
      : `è convocato l’incontro «${title}» del progetto ${from.projectTitle}.`,
    '',
    `Quando: ${when}`,
    `Dove: ${place ?? 'luogo da definire'}`,
    ...(agenda ? ['', 'Ordine del giorno:', agenda] : []),
    '',
    from.name,
  ];
  return {
    to: guest.email,
    subject: `${moved ? 'Spostato' : 'Convocazione'}: ${title}, ${formatDay(day)}`,
    text: lines.join('\n'),
  };
}
