import { StateChip } from '../frame/StateChip.js';
import type { Tone } from '../frame/StateChip.js';
import { amount, count, decimal, euro, hours } from '../frame/format.js';
import type { Schemas } from '../api/client.js';
import type { FigureRows, ReportSummary } from './report-queries.js';

const STATES: Record<ReportSummary['state'], { word: string; icon: string; tone: Tone }> = {
  draft: { word: 'bozza', icon: 'pencil', tone: 'info' },
  sent: { word: 'inviata', icon: 'check-circle', tone: 'good' },
  superseded: { word: 'rettificata', icon: 'refresh', tone: 'muted' },
};

export const ReportState = ({ report }: { report: ReportSummary }) => (
  <StateChip
    {...STATES[report.state]}
    title={
      report.correctedByNumber ? `Al suo posto vale la n. ${report.correctedByNumber}` : undefined
    }
  />
);

/** Titles of the procedural texts, with what belongs there. */
export const TEXTS: { name: keyof TextWords; label: string; help: string }[] = [
  {
    name: 'synthesis',
    label: 'Sintesi delle attività e dei prodotti',
    help: 'Che cosa si è fatto nel trimestre, con i risultati.',
  },
  { name: 'strengths', label: 'Punti di forza', help: 'Che cosa ha funzionato.' },
  {
    name: 'deviations',
    label: 'Scostamenti dal cronogramma',
    help: 'Rispetto all’ultimo cronogramma approvato.',
  },
  {
    name: 'problems',
    label: 'Problemi, soluzioni e loro origine',
    help: 'Dei destinatari, di altri, del contesto.',
  },
  {
    name: 'teamChanges',
    label: 'Modifiche al gruppo di lavoro',
    help: 'Chi è entrato, chi è uscito; se nessuno, scrivilo.',
  },
  {
    name: 'networkRoles',
    label: 'Ruolo dei soggetti della rete',
    help: 'Che cosa ha fatto ciascuno.',
  },
];

export type TextWords = Schemas['ReportTexts'];

/** A value of a figure as people read it. */
export function figureText(unit: FigureRows['unit'], value: string): string {
  if (unit === 'minutes') return hours(Number(value));
  if (unit === 'euro') return euro(value);
  return unit === 'count' ? count(Number(value)) : decimal(String(Number(value)));
}

/** The same in a column that carries the unit in its header. */
export const rowText = (unit: FigureRows['unit'], value: string): string =>
  unit === 'euro' ? amount(value) : figureText(unit, value);

export const UNITS: Record<FigureRows['unit'], string> = {
  minutes: 'ore',
  euro: '€',
  quantity: '',
  count: '',
};
