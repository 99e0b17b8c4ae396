import { IntegerField, ListField } from '../kernel/fields.js';

export class RemindOfEvidence {
  @ListField('id', { min: 1, max: 200 }) activityIds: string[];
}

/** What became of the activities that were named; those that lack no evidence, or are out of reach, are in none. */
export class EvidenceReminded {
  /** Activities whose owners were written to. */
  @IntegerField() reminded: number;
  /** Activities whose owners were written to earlier today. */
  @IntegerField() already: number;
  /** Activities of which nobody is known to whom one could write. */
  @IntegerField() unaddressed: number;
  @IntegerField() letters: number;
}
