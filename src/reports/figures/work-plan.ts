import { formatPartial, type PartialDate } from '../../kernel/dates.js';
import type { Facts } from '../facts.js';
import type { WorkItemFact } from '../facts-of-work.js';
import { type Cell, type Figures, left, right, type Section, text } from './figure.js';
import { minutesOf, oneOf, toldWork } from './general.js';
import { only, sentBefore, signed } from './telling.js';

/** Attività della WBS: each work item with all that is below it. */
export const workPlan = (facts: Facts, figures: Figures): Section => ({
  key: 'work-plan',
  title: 'Attività della WBS',
  texts: [],
  tables: [
    {
      title: 'Avanzamento del piano di lavoro',
      columns: [
        left('Codice'),
        left('Titolo'),
        left('Previsto'),
        right('Attività del periodo'),
        right('Ore del periodo'),
        right('Ore di periodi già inviati'),
        right('Ore dall’avvio'),
      ],
      rows: inOrder(facts.workItems).map((item) => row(item, facts, figures)),
      note:
        'Ogni voce comprende quelle che contiene: le righe di livello diverso non si sommano fra loro. ' +
        sentBefore,
    },
  ],
});

function row(item: WorkItemFact, facts: Facts, figures: Figures): Cell[] {
  const below = withBelow(facts.workItems, item.id);
  const told = only(toldWork(facts), (activity) => below.has(activity.workItemId));
  const key = `work-plan.${item.id}`;
  const label = `${item.code} ${item.title}`;
  return [
    text(item.code),
    text(item.title),
    text(planned(item.starts, item.ends)),
    figures.add(
      `${key}.period.activities`,
      `${label}: attività del periodo`,
      'count',
      told.period.map((a) => oneOf(a)),
    ),
    figures.add(
      `${key}.period.minutes`,
      `${label}: ore del periodo`,
      'minutes',
      told.period.map((a) => minutesOf(a)),
    ),
    figures.add(
      `${key}.sent.minutes`,
      `${label}: ore di periodi già inviati`,
      'minutes',
      signed(told, minutesOf),
    ),
    figures.add(
      `${key}.total.minutes`,
      `${label}: ore dall’avvio`,
      'minutes',
      told.total.map((a) => minutesOf(a)),
    ),
  ];
}

const planned = (starts: PartialDate | null, ends: PartialDate | null): string =>
  starts || ends
    ? [starts, ends].map((date) => (date ? formatPartial(date) : '?')).join(' – ')
    : 'non noto';

/** The work item and everything below it. */
export function withBelow(items: readonly WorkItemFact[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const item of items) if (item.parentId && found.has(item.parentId)) found.add(item.id);
  }
  return found;
}

/** Parents before what they contain. */
function inOrder(items: readonly WorkItemFact[], parentId: string | null = null): WorkItemFact[] {
  return items
    .filter((item) => item.parentId === parentId)
    .flatMap((item) => [item, ...inOrder(items, item.id)]);
}
