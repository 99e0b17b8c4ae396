import { RuleBroken } from '../kernel/errors.js';
import { euro, type Money } from '../kernel/money.js';

export interface Charged {
  eligibleTotal: Money;
  /** What credit notes take away. */
  credited: Money;
  /** What is charged already, over all projects. */
  charged: Money;
}

/** What of a document can still be charged. */
export const remainingOf = ({ eligibleTotal, credited, charged }: Charged): Money =>
  eligibleTotal.minus(credited).minus(charged);

/** A document is never charged beyond its eligible total, all projects together. */
export function assertWithinDocument(document: Charged, added: Money): void {
  const remaining = remainingOf(document);
  if (added.exceeds(remaining)) {
    throw new RuleBroken(
      'expense.beyond_document',
      `Del giustificativo restano ${euro(remaining)} da imputare: ${euro(added)} è troppo.`,
      [{ path: 'amount', message: `Al massimo ${euro(remaining)}.` }],
    );
  }
}
