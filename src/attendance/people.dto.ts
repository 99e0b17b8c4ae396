import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MinutesField,
  QueryList,
  TextField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import { periodSets, type PeriodSet } from '../recipients/period-sets.js';
import { targetStatuses, type TargetStatus } from '../recipients/target-status.js';

/** Which presences are meant: done activities only, whatever else is asked. */
export class PeopleFilter {
  @QueryList('id') projectId?: string[];
  @QueryList('id') workItemId?: string[];
  @QueryList('id') courseId?: string[];
  @QueryList('id') participationId?: string[];
  @QueryList('text') kind?: string[];
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
}

export const breakdowns = [
  'gender',
  'age',
  'target',
  'citizenship',
  'project',
  'workItem',
  'period',
] as const;
export type Breakdown = (typeof breakdowns)[number];

export class PeopleQuery extends PeopleFilter {
  @EnumField(breakdowns, { optional: true }) by?: Breakdown;
  /** By which calendar, when broken down by period. */
  @EnumField(periodSets, { optional: true }) periodSet?: PeriodSet;
}

/** What is counted; each is computed over the whole range from presences and merges, never by adding parts. */
export class PeopleFigures {
  /** Presenze (passaggi): a person at an activity. */
  @IntegerField() presences: number;
  /** Ore-presenza: the minutes of those presences. */
  @IntegerField({ max: Number.MAX_SAFE_INTEGER }) minutes: number;
  /** Different people. */
  @IntegerField() people: number;
  /** Of these, recipients; to be verified; not target. */
  @IntegerField() recipients: number;
  @IntegerField() toVerify: number;
  @IntegerField() notTarget: number;
}

export class PeopleGroup extends PeopleFigures {
  @TextField() key: string;
  @TextField() label: string;
  /** The days of a period. */
  @DayField({ nullable: true }) from: string | null;
  @DayField({ nullable: true }) to: string | null;
}

export class PeopleCounts extends PeopleFigures {
  /** Heads counted without a code, in the same activities: never people. */
  @IntegerField() heads: number;
  /** Presences with a code for each hundred heads counted; null when nobody was counted. */
  @IntegerField({ nullable: true }) coverage: number | null;
  @ListField(() => PeopleGroup) groups: PeopleGroup[];
  /** Whether people of several groups are the same: then the groups do not add up to the whole, on purpose. */
  @BooleanField() overlapping: boolean;
}

/** The people behind a figure: all, or those of one status; of one group of a breakdown. */
export class PeopleRowsQuery extends PageQuery {
  @QueryList('id') projectId?: string[];
  @QueryList('id') workItemId?: string[];
  @QueryList('id') courseId?: string[];
  @QueryList('id') participationId?: string[];
  @QueryList('text') kind?: string[];
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
  @EnumField(targetStatuses, { optional: true }) target?: TargetStatus;
  @EnumField(breakdowns, { optional: true }) by?: Breakdown;
  @TextField({ optional: true, max: 60 }) group?: string;
}

export class PersonRow {
  @IdField() id: string;
  @TextField() code: string;
  @TextField({ nullable: true }) gender: string | null;
  @TextField() age: string;
  @TextField() citizenship: string;
  @EnumField(targetStatuses) target: TargetStatus;
  @IntegerField() presences: number;
  @MinutesField({ max: Number.MAX_SAFE_INTEGER }) minutes: number;
}

export class PersonRowPage extends PageClass(() => PersonRow) {}
