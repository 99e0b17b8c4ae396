import { formatDay } from '../kernel/dates.js';
import { formatMinutes } from '../kernel/minutes.js';
import type { Letter } from '../platform/mail/mail.js';
import type { RequestView } from './request.dto.js';

const languages = new Intl.DisplayNames('it', { type: 'language' });

const MODES = { in_person: 'in presenza', remote: 'a distanza' } as const;

// Never the reason nor the citizenship: a letter travels in clear.
const factsOf = (request: RequestView): string =>
  [
    `Richiesta n. ${request.number} di ${request.organisationName}`,
    `Giorno: ${formatDay(request.activityDay ?? request.wantedDay)}`,
    `Ora: ${request.activityStart ?? request.wantedTime}`,
    `Durata: ${formatMinutes(request.activityMinutes ?? request.minutes)}`,
    `Lingua: ${languages.of(request.language) ?? request.language}`,
    `Modo: ${MODES[request.mode]}${request.place ? `, ${request.place}` : ''}`,
    ...(request.mediatorName ? [`Mediatore: ${request.mediatorName}`] : []),
  ].join('\n');

const contactOf = ({ askedBy, askedByPhone, meets }: RequestView): string =>
  [
    `Referente: ${[askedBy, askedByPhone].filter(Boolean).join(', ')}`,
    ...(meets ? [`Per l’intervento: ${meets}`] : []),
  ].join('\n');

/** To everybody whom an assignment concerns: who asked, who goes, who arranged it. */
export function assignmentLetters(
  request: RequestView,
  { mediator, arranger }: { mediator: string | null; arranger: string },
): Letter[] {
  const subject = `Mediazione assegnata: ${request.organisationName}, ${formatDay(request.activityDay ?? request.wantedDay)}`;
  const text = `${request.projectTitle}\n\n${factsOf(request)}\n${contactOf(request)}\n`;
  const addresses = new Set([request.askedByEmail, mediator, arranger].filter((to) => to !== null));
  return [...addresses].map((to) => ({ to, subject, text }));
}

/** To the referent of the body: the address by which the hours are confirmed, once. */
export const confirmationLetter = (request: RequestView, to: string, address: string): Letter => ({
  to,
  subject: `Conferma le ore di mediazione: ${formatDay(request.activityDay ?? request.wantedDay)}`,
  text: `${request.projectTitle}\n\n${factsOf(request)}\n\nConferma le ore, o contestale con un motivo, qui:\n${address}\nIl collegamento vale una volta sola.\n`,
});
