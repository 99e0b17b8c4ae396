import { formatDay, formatPartial, type PartialDate } from '../../kernel/dates.js';
import type { Facts } from '../facts.js';
import type { ActivityFact } from '../facts-of-work.js';
import {
  type Cell,
  type Figures,
  left,
  right,
  type Section,
  type Share,
  type Table,
  text,
} from './figure.js';
import { tellingTable } from './telling-table.js';
import { type Telling, telling } from './telling.js';
import { projectStateWords } from './words.js';

export const minutesOf = (activity: ActivityFact, sign = ''): Share => ({
  table: 'activity',
  id: activity.id,
  amount: `${sign}${activity.minutes}`,
});
export const oneOf = (activity: ActivityFact, sign = ''): Share => ({
  table: 'activity',
  id: activity.id,
  amount: `${sign}1`,
});
const quantityOf = (activity: ActivityFact): Share => ({
  table: 'activity',
  id: activity.id,
  amount: activity.quantity ?? '0',
});

/** What the sheet tells of the activities. */
export const toldWork = ({ activities, period }: Facts): Telling<ActivityFact> =>
  telling(activities, period);

/** Dati generali: which report of which project, and how much was done. */
export function general(facts: Facts, figures: Figures): Section {
  return {
    key: 'general',
    title: 'Dati generali',
    texts: [],
    tables: [identity(facts), done(facts, figures), byKind(facts, figures)],
  };
}

function identity({ project, number, corrects, period }: Facts): Table {
  const line = (label: string, value: string | null): Cell[] => [text(label), text(value)];
  return {
    title: 'Progetto e periodo',
    columns: [left('Dato'), left('Valore')],
    rows: [
      line('Progetto', project.title),
      line('Acronimo', project.acronym),
      line('CUP', project.cup),
      line('Stato', projectStateWords[project.state] ?? project.state),
      line('Durata', duration(project.starts, project.ends)),
      line('Scheda numero', String(number)),
      ...(corrects === null ? [] : [line('Rettifica della scheda numero', String(corrects))]),
      line('Periodo', `dal ${formatDay(period.from)} al ${formatDay(period.to)}`),
    ],
    note: project.demonstration ? 'Progetto dimostrativo.' : null,
  };
}

const duration = (starts: PartialDate | null, ends: PartialDate | null): string | null =>
  starts || ends
    ? [starts, ends].map((date) => (date ? formatPartial(date) : '?')).join(' – ')
    : null;

const done = (facts: Facts, figures: Figures): Table =>
  tellingTable(
    {
      key: 'general',
      title: 'Attività svolte',
      first: 'Quali',
      told: toldWork(facts),
      columns: [
        { key: 'activities', label: 'Attività', unit: 'count', share: oneOf },
        { key: 'minutes', label: 'Ore', unit: 'minutes', share: minutesOf },
      ],
      note: 'Le attività di periodi già inviati sono comunicate con questa scheda e contate a parte.',
    },
    figures,
  );

function byKind(facts: Facts, figures: Figures): Table {
  const kinds = new Map<string, ActivityFact[]>();
  for (const activity of toldWork(facts).period) {
    kinds.set(activity.kind, [...(kinds.get(activity.kind) ?? []), activity]);
  }
  const rows = [...kinds.values()].sort((a, b) => (labelOf(a) < labelOf(b) ? -1 : 1));
  return {
    title: 'Attività del periodo per tipo',
    columns: [left('Tipo'), right('Attività'), right('Ore'), right('Quantità')],
    rows: rows.map((activities) => {
      const [label, key] = [labelOf(activities), `kind.${activities[0]?.kind}`];
      return [
        text(label),
        figures.add(
          `${key}.activities`,
          `${label}: attività`,
          'count',
          activities.map((a) => oneOf(a)),
        ),
        figures.add(
          `${key}.minutes`,
          `${label}: ore`,
          'minutes',
          activities.map((a) => minutesOf(a)),
        ),
        figures.add(
          `${key}.quantity`,
          `${label}: quantità`,
          'quantity',
          activities.map(quantityOf),
        ),
      ];
    }),
    note: null,
  };
}

const labelOf = (activities: ActivityFact[]): string => activities[0]?.kindLabel ?? '';
