import { countsPeople, type Measure, type Sum } from '../../indicators/indicator.entity.js';
import { amountOf, counts } from '../../indicators/measure.js';
import type { Facts } from '../facts.js';
import type { ActivityFact, IndicatorFact } from '../facts-of-work.js';
import {
  type Cell,
  type Figures,
  formatValue,
  left,
  right,
  type Section,
  type Share,
  text,
  type Unit,
} from './figure.js';
import { toldWork } from './general.js';
import { countedCells, peopleTables } from './people.js';
import { only, sentBefore, signed } from './telling.js';
import { withBelow } from './work-plan.js';

/** Scheda fisica: each indicator against its target, and how many people. */
export const physical = (facts: Facts, figures: Figures): Section => ({
  key: 'physical',
  title: 'Scheda fisica',
  texts: [],
  tables: [
    {
      title: 'Indicatori',
      columns: [
        left('Codice'),
        left('Indicatore'),
        left('Unità'),
        right('Valore atteso'),
        right('Nel periodo'),
        right('Di periodi già inviati'),
        right('Dall’avvio'),
        right('Avanzamento'),
      ],
      rows: facts.indicators.map((indicator) => row(indicator, facts, figures)),
      note: facts.indicators.length === 0 ? 'Nessun indicatore definito.' : sentBefore,
    },
    ...peopleTables(facts.people, figures),
  ],
});

function row(indicator: IndicatorFact, facts: Facts, figures: Figures): Cell[] {
  const { code, label, unit, target } = indicator;
  const shown = unitOf(indicator);
  const { period, sent, total } = reached(indicator, facts, figures);
  return [
    text(code),
    text(label),
    text(unit),
    text(formatValue(shown, plainTarget(shown, target))),
    period,
    sent,
    total,
    text(progress(figures, total.figure, target)),
  ];
}

type Reached = Record<'period' | 'sent' | 'total', Cell>;

/** People of a period that was sent before may be those of this one: what was told of them is taken back by nothing. */
function reached(indicator: IndicatorFact, facts: Facts, figures: Figures): Reached {
  const { measure } = indicator;
  return countsPeople(measure)
    ? { ...countedCells(indicator, facts.people, figures), sent: text(null) }
    : summed(indicator, measure, facts, figures);
}

function summed(indicator: IndicatorFact, measure: Sum, facts: Facts, figures: Figures): Reached {
  const { id, label, kinds, workItemId } = indicator;
  const workItemIds = workItemId ? withBelow(facts.workItems, workItemId) : null;
  const told = only(toldWork(facts), (a) => counts({ kinds, workItemIds }, a));
  const unit = unitOf(indicator);
  const share = (a: ActivityFact, sign = ''): Share => ({
    table: 'activity',
    id: a.id,
    amount: `${sign}${amountOf(measure, a)}`,
  });
  const cell = (range: string, words: string, shares: Share[]): Cell =>
    figures.add(`physical.${id}.${range}`, `${label}: ${words}`, unit, shares);
  const shares = (activities: ActivityFact[]) => activities.map((a) => share(a));
  const total = cell('total', 'dall’avvio', shares(told.total));
  const period = cell('period', 'nel periodo', shares(told.period));
  return { period, sent: cell('sent', 'di periodi già inviati', signed(told, share)), total };
}

const UNITS: Partial<Record<Measure, Unit>> = { sum_minutes: 'minutes', sum_quantity: 'quantity' };

const unitOf = ({ measure }: IndicatorFact): Unit => UNITS[measure] ?? 'count';

const plainTarget = (unit: Unit, target: string): string =>
  unit === 'quantity' ? target : (target.split('.')[0] ?? '0');

/** Share of the target in whole per cent; a ratio is no sum and opens to no rows. */
function progress(figures: Figures, key: string | undefined, target: string): string {
  const value = figures.all.find((figure) => figure.key === key)?.value ?? '0';
  return Number(target) === 0 ? '—' : `${Math.round((Number(value) / Number(target)) * 100)} %`;
}
