import { amountOf, counts } from '../../indicators/measure.js';
import { contains } from '../../kernel/dates.js';
import type { Facts } from '../facts.js';
import type { ActivityFact, IndicatorFact } from '../facts-of-work.js';
import {
  type Cell,
  type Figures,
  formatValue,
  left,
  right,
  type Section,
  text,
  type Unit,
} from './figure.js';
import { withBelow } from './work-plan.js';

/** Scheda fisica: each indicator against its target. */
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
        right('Dall’avvio'),
        right('Avanzamento'),
      ],
      rows: facts.indicators.map((indicator) => row(indicator, facts, figures)),
      note: facts.indicators.length === 0 ? 'Nessun indicatore definito.' : null,
    },
  ],
});

function row(indicator: IndicatorFact, facts: Facts, figures: Figures): Cell[] {
  const { code, label, unit, measure, target, kinds, workItemId } = indicator;
  const workItemIds = workItemId ? withBelow(facts.workItems, workItemId) : null;
  const taken = facts.activities.filter((activity) =>
    counts({ measure, kinds, workItemIds }, activity),
  );
  const period = taken.filter((activity) => contains(facts.period, activity.day));
  const shown = unitOf(indicator);
  const shares = (activities: ActivityFact[]) =>
    activities.map((a) => ({
      table: 'activity' as const,
      id: a.id,
      amount: amountOf({ measure }, a),
    }));
  const key = `physical.${indicator.id}`;
  const reached = figures.add(`${key}.total`, `${label}: dall’avvio`, shown, shares(taken));
  return [
    text(code),
    text(label),
    text(unit),
    text(formatValue(shown, plainTarget(shown, target))),
    figures.add(`${key}.period`, `${label}: nel periodo`, shown, shares(period)),
    reached,
    text(progress(figures, `${key}.total`, target)),
  ];
}

const unitOf = ({ measure }: IndicatorFact): Unit =>
  measure === 'sum_minutes' ? 'minutes' : measure === 'count' ? 'count' : 'quantity';

const plainTarget = (unit: Unit, target: string): string =>
  unit === 'quantity' ? target : (target.split('.')[0] ?? '0');

/** Share of the target in whole per cent; a ratio is no sum and opens to no rows. */
function progress(figures: Figures, key: string, target: string): string {
  const value = figures.all.find((figure) => figure.key === key)?.value ?? '0';
  return Number(target) === 0 ? '—' : `${Math.round((Number(value) / Number(target)) * 100)} %`;
}
