import { contains, earliest, latest, type IsoDate, type PartialDate } from '../kernel/dates.js';
import { Money } from '../kernel/money.js';

/** Why an expense cannot be claimed yet; what is not in this list is claimable. */
export const blockCodes = [
  'window.outside',
  'cup.missing',
  'cup.other',
  'line.over_residual',
  'payment.missing',
  'partner.no_budget',
] as const;
export type Block = (typeof blockCodes)[number];

export interface Facts {
  incurredOn: IsoDate;
  paidOn: IsoDate | null;
  /** On the document. */
  documentCup: string | null;
  /** A declaration that ties the document to the CUP is attached to it. */
  cupDeclared: boolean;
  /** Of the participation, or of the project; null when it is not known. */
  expectedCup: string | null;
  /** The project's, as far as they are known. */
  starts: PartialDate | null;
  ends: PartialDate | null;
  /** What the line was planned for in the budget in force; null when it is no longer there. */
  planned: Money | null;
  /** What is charged on the line up to and with this expense, in the order in which they were recorded. */
  chargedUpToHere: Money;
  partnerPlanned: Money;
}

// An unknown end cannot be overstepped.
const outside = ({ incurredOn, starts, ends }: Facts): boolean =>
  !contains(
    { from: starts ? earliest(starts) : '0000-01-01', to: ends ? latest(ends) : '9999-12-31' },
    incurredOn,
  );

const checks: Record<Block, (facts: Facts) => boolean> = {
  'window.outside': outside,
  // FSC child-poverty call, FAQ 26/4/2023: where the CUP cannot be on the document, a signed declaration (DSAN) ties it.
  'cup.missing': ({ documentCup, cupDeclared }) => documentCup === null && !cupDeclared,
  'cup.other': ({ documentCup, expectedCup }) =>
    documentCup !== null && expectedCup !== null && documentCup !== expectedCup,
  'line.over_residual': ({ planned, chargedUpToHere }) =>
    chargedUpToHere.exceeds(planned ?? Money.zero),
  'payment.missing': ({ paidOn }) => paidOn === null,
  'partner.no_budget': ({ partnerPlanned }) => partnerPlanned.isZero,
};

/** The reasons, in a fixed order, why an expense cannot be claimed: none when it can. */
export const blocksOf = (facts: Facts): Block[] => blockCodes.filter((code) => checks[code](facts));
