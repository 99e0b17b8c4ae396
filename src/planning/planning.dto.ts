import { ActivityView, LogActivity } from '../activities/activity.dto.js';
import { activityStates, type ActivityState } from '../activities/activity.entity.js';
import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  ObjectField,
  QueryInteger,
  QueryList,
  TextField,
  TimeField,
} from '../kernel/fields.js';
import { patronCodes } from './patron-saints.js';

const nullable = { nullable: true } as const;
const free = { optional: true, nullable: true } as const;

export class HolidayView {
  @DayField() day: string;
  @TextField() name: string;
}

/** What is in the way of something that is being planned; ids and words of what the caller may not see are left out. */
export class ConflictView {
  @EnumField(['person', 'place']) kind: 'person' | 'place';
  /** The person or the place that is taken. */
  @TextField() name: string;
  @TimeField() startTime: string;
  @TimeField() endTime: string;
  @TextField({ max: 500 }) what: string;
  @IdField(nullable) activityId: string | null;
  @IdField(nullable) projectId: string | null;
}

export class PlannedDay {
  @DayField() day: string;
  /** The holiday on which it falls. */
  @TextField(nullable) holiday: string | null;
  @ListField(() => ConflictView) conflicts: ConflictView[];
}

export class PlannedDays {
  /** The rule in words; null for a single day. */
  @TextField({ ...nullable, max: 500 }) words: string | null;
  @ListField(() => PlannedDay) items: PlannedDay[];
}

/** A day, or the days of a rule, with whom and where: what would be in the way. */
export class PlannedDaysQuery {
  @DayField() firstDay: string;
  @TextField({ optional: true, max: 200 }) rule?: string;
  @TimeField({ optional: true }) startTime?: string;
  @TimeField({ optional: true }) endTime?: string;
  @QueryList('id', { max: 50 }) personId?: string[];
  @TextField({ optional: true, max: 200 }) place?: string;
  @EnumField(patronCodes, { optional: true }) patron?: string;
}

/** The activity of the first day, the rule that repeats it, and the days to leave out. */
export class PlanSeries {
  @ObjectField(() => LogActivity) activity: LogActivity;
  @TextField({ max: 200 }) rule: string;
  @ListField('day', { optional: true, max: 250 }) leftOut?: string[];
}

export class SeriesView {
  @IdField() id: string;
  @IdField() projectId: string;
  @TextField() rule: string;
  @TextField({ max: 500 }) words: string;
  @DayField() firstDay: string;
  @ListField('day') leftOut: string[];
  /** Activities of the series that stand, and how many of them are still to come. */
  @IntegerField() activities: number;
  @IntegerField() planned: number;
  @IntegerField() version: number;
}

export const scopes = ['this', 'following', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** Days, times, place or people of one activity, of it and those that follow in its series, or of all that are still planned. */
export class MoveActivity {
  @EnumField(scopes) scope: Scope;
  @IntegerField({ min: -400, max: 400 }) days: number;
  @TimeField({ optional: true }) startTime?: string;
  @TimeField({ optional: true }) endTime?: string;
  @TextField(free) place?: string | null;
  @ListField('id', { optional: true, max: 50 }) staffIds?: string[];
}

/** The same, asked before it is done: what is absent stays. */
export class MoveQuery {
  @EnumField(scopes) scope: Scope;
  @QueryInteger({ min: -400, max: 400 }) days?: number;
  @TimeField({ optional: true }) startTime?: string;
  @TimeField({ optional: true }) endTime?: string;
  /** Empty for none. */
  @TextField({ optional: true, min: 0, max: 200 }) place?: string;
  @QueryList('id', { max: 50 }) personId?: string[];
}

export class CancelSeries {
  @EnumField(['following', 'all']) scope: 'following' | 'all';
  @TextField({ max: 500 }) reason: string;
}

export class MovedActivities {
  @ObjectField(() => ActivityView) activity: ActivityView;
  /** How many were moved or cancelled, and how many stay as they are because they were done. */
  @IntegerField() changed: number;
  @IntegerField() kept: number;
}

/** Two months at most; this month when no days are named. */
export class CalendarQuery {
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
  @QueryList('id') projectId?: string[];
  @QueryList('text') kind?: string[];
  @QueryList('id') personId?: string[];
  @QueryList('id') organisationId?: string[];
  @QueryList('id') participationId?: string[];
  @EnumField(patronCodes, { optional: true }) patron?: string;
}

export class CalendarItem {
  @IdField() id: string;
  @IdField() projectId: string;
  @TextField({ max: 400 }) projectName: string;
  @TextField() kind: string;
  @TextField() kindLabel: string;
  /** The meeting's own title. */
  @TextField({ ...nullable, max: 300 }) title: string | null;
  @IdField(nullable) meetingId: string | null;
  @TextField() workItemCode: string;
  @TextField({ ...nullable, max: 500 }) partnerName: string | null;
  @DayField() day: string;
  @DayField(nullable) endsOn: string | null;
  @TimeField(nullable) startTime: string | null;
  @TimeField(nullable) endTime: string | null;
  @IntegerField() minutes: number;
  @TextField(nullable) place: string | null;
  @ListField('id') staffIds: string[];
  @ListField('text') staffNames: string[];
  @EnumField(activityStates) state: ActivityState;
  @IdField(nullable) seriesId: string | null;
  /** A sent report holds it: it cannot be moved. */
  @BooleanField() held: boolean;
  @IntegerField() version: number;
}

export class CalendarView {
  @ListField(() => CalendarItem) items: CalendarItem[];
  @ListField(() => HolidayView) holidays: HolidayView[];
  /** There is more than fits: narrow the filter. */
  @BooleanField() cut: boolean;
}
