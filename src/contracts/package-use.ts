import { billableOf, type Terms, type Worked } from './billable.js';

/** What was bought or allotted, and how much of it is taken, planned work too. */
interface Taken {
  amount: number;
  used: number;
}

export interface Allotted extends Taken {
  organisationId: string | null;
  territoryId: string | null;
}

/** A work that takes of a package. */
export interface Taking extends Worked {
  organisationIds: readonly string[];
  territoryId: string | null;
  overReason: string | null;
}

/** A package while one work after the other takes of it: its sums are read once and kept up here. The caller locks its line. */
export class PackageUse {
  constructor(
    private readonly terms: Terms,
    private readonly whole: Taken,
    private readonly allotted: readonly Allotted[],
  ) {}

  /** The constraint that refuses the work, which then takes nothing; null when there is room, or a reason to go over. */
  take(work: Taking): string | null {
    const billable = billableOf(this.terms, work);
    const parts = this.allotted.filter((part) => isFor(part, work));
    const over = ({ amount, used }: Taken) => work.overReason === null && used + billable > amount;
    if (over(this.whole)) return 'activity_within_package';
    if (parts.some(over)) return 'activity_within_allotment';
    for (const taken of [this.whole, ...parts]) taken.used += billable;
    return null;
  }
}

/** The body that stands first is the one that asked. */
const isFor = (part: Allotted, { organisationIds, territoryId }: Taking): boolean =>
  part.organisationId === null
    ? part.territoryId === territoryId
    : part.organisationId === organisationIds[0];
