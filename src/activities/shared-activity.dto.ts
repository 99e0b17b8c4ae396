import { LanguageField } from '../kernel/code-fields.js';
import {
  DayField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  MinutesField,
  TextField,
  TimeField,
} from '../kernel/fields.js';
import { ActivityView } from './activity.dto.js';

const nullableOptional = { optional: true, nullable: true } as const;
const heads = { ...nullableOptional, min: 0, max: 100_000 } as const;

/** What one project takes of a piece of work that serves several. */
export class ActivityShare {
  @IdField() projectId: string;
  @IdField() workItemId: string;
  @IdField(nullableOptional) participationId?: string | null;
  @MinutesField({ min: 1, max: 1440 }) minutes: number;
  @IdField(nullableOptional) contractLineId?: string | null;
  @TextField({ ...nullableOptional, max: 500 }) overReason?: string | null;
  /** Who was there is counted by one project; so is the course of which it is a session. */
  @IntegerField(heads) participants?: number | null;
  @IntegerField(heads) women?: number | null;
  @IntegerField(heads) men?: number | null;
  @IdField(nullableOptional) courseId?: string | null;
}

/** One piece of work over several projects: same day, times and people; each takes its minutes, together no more than it lasted. */
export class ShareActivity {
  @TextField({ max: 60 }) kind: string;
  @DayField() day: string;
  /** Of one day alone: nothing else than that day is taken. */
  @DayField(nullableOptional) endsOn?: string | null;
  @TimeField() startTime: string;
  @TimeField() endTime: string;
  @TextField({ ...nullableOptional, max: 200 }) place?: string | null;
  @LongTextField({ ...nullableOptional, max: 4000 }) note?: string | null;
  @ListField('id', { min: 1, max: 50 }) staffIds: string[];
  @ListField('id', { optional: true, max: 50 }) organisationIds?: string[];
  @LanguageField(nullableOptional) language?: string | null;
  @IdField(nullableOptional) territoryId?: string | null;
  @TextField({ ...nullableOptional, max: 200 }) targetGroup?: string | null;
  @ListField(() => ActivityShare, { min: 2, max: 10 }) shares: ActivityShare[];
}

export class SharedActivityView {
  @IdField() sharedId: string;
  @ListField(() => ActivityView) items: ActivityView[];
}
