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
import { peopleTables } from './people.js';
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
  const { code, label, unit, measure, target, kinds, workItemId } = indicator;
  const workItemIds = workItemId ? withBelow(facts.workItems, workItemId) : null;
  const told = only(toldWork(facts), (a) => counts({ measure, kinds, workItemIds }, a));
  const shown = unitOf(indicator);
  const share = (a: ActivityFact, sign = ''): Share => ({
    table: 'activity',
    id: a.id,
    amount: `${sign}${amountOf({ measure }, a)}`,
  });
  const shares = (activities: ActivityFact[]) => activities.map((a) => share(a));
  const key = `physical.${indicator.id}`;
  const reached = figures.add(`${key}.total`, `${label}: dall’avvio`, shown, shares(told.total));
  return [
    text(code),
    text(label),
    text(unit),
    text(formatValue(shown, plainTarget(shown, target))),
    figures.add(`${key}.period`, `${label}: nel periodo`, shown, shares(told.period)),
    figures.add(`${key}.sent`, `${label}: di periodi già inviati`, shown, signed(told, share)),
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
