import { StateChip } from '../frame/StateChip.js';
import type { Tone } from '../frame/StateChip.js';
import type { ImportRow, ResultRow, Target } from './import-queries.js';

export const TARGETS: Record<Target, { label: string; permission: string; help: string }> = {
  activities: {
    label: 'Attività',
    permission: 'activity.log',
    help: 'Giorno, tipo, azione del piano, ore, chi l’ha svolta.',
  },
  enrolments: {
    label: 'Destinatari e iscrizioni',
    permission: 'recipient.edit',
    help: 'Solo codici o iniziali, mai nomi: chi non ha un codice ne riceve uno.',
  },
  organisations: {
    label: 'Enti',
    permission: 'organisation.edit',
    help: 'Nome e tipo di ogni ente della rubrica.',
  },
  contracts: {
    label: 'Contratti',
    permission: 'contract.edit',
    help: 'Una riga per ogni pacchetto di ore, pagine o uscite.',
  },
};

const STATES: Record<ImportRow['state'], { word: string; icon: string; tone: Tone }> = {
  read: { word: 'da controllare', icon: 'file', tone: 'neutral' },
  checking: { word: 'controllo in corso', icon: 'clock', tone: 'info' },
  checked: { word: 'controllata', icon: 'search', tone: 'info' },
  applying: { word: 'importazione in corso', icon: 'clock', tone: 'info' },
  applied: { word: 'importata', icon: 'check-circle', tone: 'good' },
  undoing: { word: 'annullamento in corso', icon: 'clock', tone: 'info' },
  undone: { word: 'annullata', icon: 'close-circle', tone: 'muted' },
};

export const ImportState = ({ state }: Pick<ImportRow, 'state'>) => (
  <StateChip {...STATES[state]} />
);

const RESULTS: Record<ResultRow['state'], { word: string; icon: string; tone: Tone }> = {
  good: { word: 'buona', icon: 'check-circle', tone: 'good' },
  bad: { word: 'da correggere', icon: 'warning-circle', tone: 'bad' },
  already: { word: 'c’è già', icon: 'info-circle', tone: 'muted' },
};

export const ResultState = ({ state }: Pick<ResultRow, 'state'>) => (
  <StateChip {...RESULTS[state]} />
);
