import { earliest, latest, type PartialDate } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';

/** Dates of a project or of a work item, as far as they are known. */
export interface Span {
  starts: PartialDate | null;
  ends: PartialDate | null;
}

/** Whether a date, however little of it is known, cannot lie between these two. */
const outside = (date: PartialDate | null, { starts, ends }: Span): boolean =>
  date !== null &&
  ((starts !== null && latest(date) < earliest(starts)) ||
    (ends !== null && earliest(date) > latest(ends)));

/** A part lies inside its whole, as far as both are known: an unknown date contradicts nothing. */
export function assertInside(part: Span, whole: Span, wholeName: string): void {
  const wrong = (['starts', 'ends'] as const).find((end) => outside(part[end], whole));
  if (!wrong) return;
  throw new RuleBroken(
    'work-item.period',
    `Le date escono da quelle di ${wholeName} (${whole.starts ?? '…'} – ${whole.ends ?? '…'}): correggi le une o le altre.`,
    [{ path: wrong, message: `Fuori dal periodo di ${wholeName}.` }],
  );
}

/** Nothing can be placed under itself or under what is already below it. */
export function assertNoLoop(
  id: string,
  parentId: string | null,
  parents: ReadonlyMap<string, string | null>,
): void {
  for (let above = parentId; above !== null; above = parents.get(above) ?? null) {
    if (above !== id) continue;
    throw new RuleBroken(
      'work-item.loop',
      'Una voce del piano non può stare sotto sé stessa: scegli un altro livello superiore.',
      [{ path: 'parentId', message: 'Sta già sotto questa voce.' }],
    );
  }
}
