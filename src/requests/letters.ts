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

const titleOf = (word: string, request: RequestView): string =>
  `Mediazione ${word}: ${request.organisationName}, ${formatDay(request.activityDay ?? request.wantedDay)}`;

const toEach = (addresses: string[], subject: string, lines: string[]): Letter[] =>
  addresses.map((to) => ({ to, subject, text: `${lines.join('\n')}\n` }));

/** To everybody whom an assignment concerns: who asked, who goes, who arranged it. */
export const assignmentLetters = (request: RequestView, told: string[]): Letter[] =>
  toEach(told, titleOf('assegnata', request), [
    `${request.projectTitle}\n`,
    factsOf(request),
    contactOf(request),
  ]);

/** To those who had been told of an assignment that went to others. */
export const passedOnLetters = (request: RequestView, told: string[]): Letter[] =>
  toEach(told, titleOf('riassegnata', request), [
    `${request.projectTitle}\n`,
    'È stata affidata ad altri: quanto segue non vale più, e non serve che tu faccia nulla.\n',
    factsOf(request),
  ]);

/** To all who had been told of it, when nobody goes any more. */
export const calledOffLetters = (request: RequestView, told: string[]): Letter[] =>
  toEach(told, titleOf('annullata', request), [
    `${request.projectTitle}\n`,
    'Non ha più luogo: non presentarti, e non attendere nessuno.\n',
    factsOf(request),
  ]);

/** To the same, when it has been had back. */
export const restoredLetters = (request: RequestView, told: string[]): Letter[] =>
  toEach(told, titleOf('di nuovo confermata', request), [
    `${request.projectTitle}\n`,
    'Era stata annullata: ora ha luogo come segue.\n',
    factsOf(request),
    contactOf(request),
  ]);

/** To the referent of the body, whose request came by its link. */
export const receivedLetter = (request: RequestView, to: string): Letter => ({
  to,
  subject: `Richiesta di mediazione ricevuta: n. ${request.number}, ${formatDay(request.wantedDay)}`,
  text: `${request.projectTitle}\n\nAbbiamo ricevuto la richiesta. Ti scriviamo appena c’è un mediatore, o se non si può.\n\n${factsOf(request)}\n`,
});

/** To the coordinators: a request has come by a link, and waits. */
export const arrivedLetters = (
  request: RequestView,
  coordinators: string[],
  publicUrl: string,
): Letter[] =>
  toEach(coordinators, titleOf('chiesta', request), [
    `${request.projectTitle}\n`,
    factsOf(request),
    contactOf(request),
    `\nAprila: ${publicUrl}/mediazione?richiesta=${request.id}`,
  ]);

/** To the referent of the body: nobody comes. */
export const closedLetter = (request: RequestView, to: string, why: string): Letter => ({
  to,
  subject: titleOf('non possibile', request),
  text: `${request.projectTitle}\n\nNon possiamo dare seguito alla richiesta. Motivo: ${why}.\n\n${factsOf(request)}\n`,
});

/** To the referent of the body: the address by which the hours are confirmed, once. */
export const confirmationLetter = (request: RequestView, to: string, address: string): Letter => ({
  to,
  subject: `Conferma le ore di mediazione: ${formatDay(request.activityDay ?? request.wantedDay)}`,
  text: `${request.projectTitle}\n\n${factsOf(request)}\n\nConferma le ore, o contestale con un motivo, qui:\n${address}\nIl collegamento vale una volta sola.\n`,
});
