import { boundTo } from '../activities/form-choices.js';
import type { MyProject } from '../api/session.js';
import { StateChip } from '../frame/StateChip.js';
import type { Tone } from '../frame/StateChip.js';
import type { ImportRow, ResultRow, Target } from './import-queries.js';

interface TargetWords {
  label: string;
  permission: MyProject['permissions'][number];
  help: string;
  /** Also a partner's operator imports it, for its own body. */
  own?: true;
}

export const TARGETS: Record<Target, TargetWords> = {
  activities: {
    label: 'Attività',
    permission: 'activity.log',
    help: 'Giorno, tipo, azione del piano, ore, chi l’ha svolta.',
    own: true,
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

/** What one may import into a project. */
export const targetsIn = (project: MyProject): Target[] =>
  (Object.keys(TARGETS) as Target[]).filter((target) => {
    const { permission, own } = TARGETS[target];
    return project.permissions.includes(permission) && (own || boundTo(project) === null);
  });

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
