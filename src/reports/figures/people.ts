import type { IndicatorFact } from '../facts-of-work.js';
import type { PeopleFacts, PeopleOfRange, PersonFact } from '../facts-of-people.js';
import {
  type Cell,
  type Figures,
  left,
  right,
  type Share,
  type Table,
  text,
  type Unit,
} from './figure.js';

interface Line {
  key: string;
  label: string;
  unit: Unit;
  shares: (of: PeopleOfRange) => Share[];
}

const person = ({ id }: PersonFact, amount: number): Share => ({
  table: 'recipient',
  id,
  amount: String(amount),
});
const ones = (of: PeopleOfRange, counts: (one: PersonFact) => boolean): Share[] =>
  of.people.filter(counts).map((one) => person(one, 1));

const LINES: Line[] = [
  { key: 'people', label: 'Persone diverse', unit: 'count', shares: (of) => ones(of, () => true) },
  {
    key: 'recipients',
    label: 'di cui destinatari',
    unit: 'count',
    shares: (of) => ones(of, ({ target }) => target === 'recipient'),
  },
  {
    key: 'to_verify',
    label: 'di cui da verificare',
    unit: 'count',
    shares: (of) => ones(of, ({ target }) => target === 'to_verify'),
  },
  {
    key: 'not_target',
    label: 'di cui non target',
    unit: 'count',
    shares: (of) => ones(of, ({ target }) => target === 'not_target'),
  },
  {
    key: 'presences',
    label: 'Presenze (passaggi)',
    unit: 'count',
    shares: ({ people }) => people.map((one) => person(one, one.presences)),
  },
  {
    key: 'minutes',
    label: 'Ore-presenza',
    unit: 'minutes',
    shares: ({ people }) => people.map((one) => person(one, one.minutes)),
  },
  {
    key: 'operators',
    label: 'Operatori formati',
    unit: 'count',
    shares: ({ operators }) => operators.map(({ id }) => ({ table: 'person', id, amount: '1' })),
  },
];

/** Key of every figure that counts people. */
export const PEOPLE = 'people.';

/** The two cells of an indicator that counts people: in the period, and since the beginning. They are no sums of each other. */
export function countedCells(
  { id, label }: Pick<IndicatorFact, 'id' | 'label'>,
  { period, total }: PeopleFacts,
  figures: Figures,
): { period: Cell; total: Cell } {
  const cell = (range: string, words: string, { counted }: PeopleOfRange): Cell =>
    figures.add(
      `${PEOPLE}${range}.${id}`,
      `${label}: ${words}`,
      'count',
      counted.filter(({ indicatorId }) => indicatorId === id).map((one) => person(one, 1)),
    );
  return {
    period: cell('period', 'nel periodo', period),
    total: cell('total', 'dall’avvio', total),
  };
}

/** How many people were there and how many operators were trained; nothing where nobody was counted. */
export function peopleTables({ period, total }: PeopleFacts, figures: Figures): Table[] {
  if (total.people.length === 0 && total.operators.length === 0) return [];
  const cell = (line: Line, range: string, words: string, of: PeopleOfRange): Cell =>
    figures.add(
      `${PEOPLE}${range}.${line.key}`,
      `${line.label}: ${words}`,
      line.unit,
      line.shares(of),
    );
  return [
    {
      title: 'Persone',
      columns: [left('Conteggio'), right('Nel periodo'), right('Dall’avvio')],
      rows: LINES.map((line) => [
        text(line.label),
        cell(line, 'period', 'nel periodo', period),
        cell(line, 'total', 'dall’avvio', total),
      ]),
      note: 'Ogni persona conta una volta in tutto l’intervallo: i trimestri non si sommano.',
    },
  ];
}
