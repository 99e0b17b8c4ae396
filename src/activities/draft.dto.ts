import {
  InstantField,
  ListField,
  LongTextField,
  ObjectField,
  TextField,
} from '../kernel/fields.js';

const typed = { optional: true, min: 0, max: 500 } as const;

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
  @TextField(typed) contractLineId?: string;
  @TextField(typed) overReason?: string;
  @TextField(typed) courseId?: string;
}

/** Null when nothing is waiting to be saved. */
export class DraftView {
  @ObjectField(() => ActivityDraft, { nullable: true }) draft: ActivityDraft | null;
  @InstantField({ nullable: true }) keptAt: string | null;
}
