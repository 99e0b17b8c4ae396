import {
  InstantField,
  ListField,
  LongTextField,
  ObjectField,
  TextField,
} from '../kernel/fields.js';

const part = { min: 0, max: 500 } as const;
const typed = { ...part, optional: true } as const;

/** What another project takes of it, as it was typed. */
export class DraftShare {
  @TextField(part) projectId: string;
  @TextField(part) workItemId: string;
  @TextField(part) participationId: string;
  @TextField(part) duration: string;
}

/** The form of an activity as it was typed: words, understood only when it is saved. */
export class ActivityDraft {
  @TextField(typed) projectId?: string;
  @TextField(typed) workItemId?: string;
  @TextField(typed) participationId?: string;
  @TextField(typed) kind?: string;
  @TextField(typed) day?: string;
  @TextField(typed) endsOn?: string;
  @TextField(typed) startTime?: string;
  @TextField(typed) endTime?: string;
  @TextField(typed) duration?: string;
  @TextField(typed) quantity?: string;
  @TextField(typed) place?: string;
  @ListField('id', { optional: true, max: 50 }) staffIds?: string[];
  @ListField('id', { optional: true, max: 50 }) organisationIds?: string[];
  @TextField(typed) participants?: string;
  @TextField(typed) women?: string;
  @TextField(typed) men?: string;
  @LongTextField({ optional: true, min: 0, max: 4000 }) note?: string;
  @TextField(typed) language?: string;
  @TextField(typed) territoryId?: string;
  @TextField(typed) targetGroup?: string;
  @TextField(typed) contractLineId?: string;
  @TextField(typed) overReason?: string;
  @TextField(typed) courseId?: string;
  @ListField(() => DraftShare, { optional: true, max: 10 }) shares?: DraftShare[];
}

/** Null when nothing is waiting to be saved. */
export class DraftView {
  @ObjectField(() => ActivityDraft, { nullable: true }) draft: ActivityDraft | null;
  @InstantField({ nullable: true }) keptAt: string | null;
}
