import { hours, weekday } from '../frame/format.js';
import { StateChip } from '../frame/StateChip.js';
import type { Tone } from '../frame/StateChip.js';
import type { Closing, Outcome, Request, RequestState, Span } from './request-queries.js';

export const STATES: Record<
  RequestState,
  { word: string; many: string; icon: string; tone: Tone }
> = {
  received: { word: 'ricevuta', many: 'Ricevute', icon: 'inbox', tone: 'warn' },
  accepted: { word: 'presa in carico', many: 'Prese in carico', icon: 'user', tone: 'info' },
  assigned: { word: 'assegnata', many: 'Assegnate', icon: 'calendar', tone: 'info' },
  delivered: { word: 'svolta', many: 'Svolte', icon: 'check', tone: 'neutral' },
  contested: { word: 'contestata', many: 'Contestate', icon: 'warning-circle', tone: 'bad' },
  confirmed: { word: 'confermata', many: 'Confermate', icon: 'check-circle', tone: 'good' },
  refused: { word: 'rifiutata', many: 'Rifiutate', icon: 'ban', tone: 'muted' },
  unmet: { word: 'non evasa', many: 'Non evase', icon: 'close-circle', tone: 'muted' },
};

export function RequestStateChip({ state }: Pick<Request, 'state'>) {
  const { word, icon, tone } = STATES[state];
  return <StateChip word={word} icon={icon} tone={tone} />;
}

export const CLOSINGS: Record<Closing, string> = {
  out_of_scope: 'fuori dal progetto',
  incomplete: 'incompleta',
  duplicate: 'doppia',
  withdrawn: 'ritirata da chi l’ha fatta',
  no_mediator: 'nessun mediatore per la lingua',
  no_availability: 'nessun mediatore disponibile',
  no_hours: 'ore esaurite',
  too_late: 'arrivata troppo tardi',
  other: 'altro',
};

/** How soon a request was answered. */
export const SPANS: Record<Span, string> = {
  four_hours: 'entro 4 ore',
  one_day: 'entro un giorno',
  two_days: 'entro due giorni',
  longer: 'più tardi',
  waiting: 'in attesa',
};

export const OUTCOMES: Record<Outcome, string> = {
  met: 'evasa',
  waiting: 'in attesa',
  lost: 'persa',
};

export const MODES: Record<Request['mode'], string> = {
  in_person: 'in presenza',
  remote: 'a distanza',
};

export const ORIGINS: Record<Request['origin'], string> = {
  phone: 'al telefono',
  link: 'dall’ente, con il suo collegamento',
};

/** 'lun 25 nov, 10:00, 1:00 ore': of the work once there is one, else as it was asked. */
export function whenOf(request: Request): string {
  const day = request.activityDay ?? request.wantedDay;
  const start = request.activityDay ? request.activityStart : request.wantedTime;
  const minutes = request.activityMinutes ?? request.minutes;
  const lasted = request.wasted ? 'uscita a vuoto' : `${hours(minutes)} ore`;
  return [weekday(day), start, lasted].filter(Boolean).join(', ');
}
