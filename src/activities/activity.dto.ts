import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  MinutesField,
  QuantityField,
  QueryList,
  TextField,
  TimeField,
} from '../kernel/fields.js';
import { LanguageField } from '../kernel/code-fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import { type ActivityOrder, activityOrders } from './activity-order.js';
import { activityStates, type Activity, type ActivityState } from './activity.entity.js';

const MAX_MINUTES = 60_000;
const nullableOptional = { optional: true, nullable: true } as const;

/** What a coordinator says of one piece of work; minutes follow from start and end when both are given. */
export class LogActivity {
  @TextField({ max: 60 }) kind: string;
  @IdField() workItemId: string;
  @IdField(nullableOptional) participationId?: string | null;
  @DayField() day: string;
  @DayField(nullableOptional) endsOn?: string | null;
  @TimeField(nullableOptional) startTime?: string | null;
  @TimeField(nullableOptional) endTime?: string | null;
  @MinutesField({ max: MAX_MINUTES, optional: true }) minutes?: number;
  @QuantityField({ ...nullableOptional, max: 1_000_000 }) quantity?: number | null;
  @TextField({ ...nullableOptional, max: 200 }) place?: string | null;
  @LongTextField({ ...nullableOptional, max: 4000 }) note?: string | null;
  @IntegerField({ ...nullableOptional, min: 0, max: 100_000 }) participants?: number | null;
  @IntegerField({ ...nullableOptional, min: 0, max: 100_000 }) women?: number | null;
  @IntegerField({ ...nullableOptional, min: 0, max: 100_000 }) men?: number | null;
  @ListField('id', { optional: true, max: 50 }) staffIds?: string[];
  @ListField('id', { optional: true, max: 50 }) organisationIds?: string[];
  /** Language of the mediation, workshop or translation. */
  @LanguageField(nullableOptional) language?: string | null;
  @IdField(nullableOptional) territoryId?: string | null;
  /** For whom it was, where nobody is named: a community, the families of a district. */
  @TextField({ ...nullableOptional, max: 200 }) targetGroup?: string | null;
  /** The line of a contract whose package it uses. */
  @IdField(nullableOptional) contractLineId?: string | null;
  /** Why it may go over that package. */
  @TextField({ ...nullableOptional, max: 500 }) overReason?: string | null;
  /** The course of which it is a session. */
  @IdField(nullableOptional) courseId?: string | null;
}

/** The activity as it shall be: the same members as when it was logged. */
export class ChangeActivity extends LogActivity {}

/** A correction of an activity that a sent report holds: the reason, and the activity as it should have been. */
export class RectifyActivity extends LogActivity {
  @TextField({ max: 500 }) reason: string;
}

export class CancelActivity {
  @TextField({ max: 500 }) reason: string;
}

export class ActivityView {
  @IdField() id: string;
  @IdField() projectId: string;
  @IdField() workItemId: string;
  @IdField({ nullable: true }) participationId: string | null;
  @TextField() kind: string;
  @EnumField(activityStates) state: ActivityState;
  @DayField() day: string;
  @DayField({ nullable: true }) endsOn: string | null;
  @TimeField({ nullable: true }) startTime: string | null;
  @TimeField({ nullable: true }) endTime: string | null;
  @MinutesField() minutes: number;
  @QuantityField({ nullable: true }) quantity: number | null;
  @TextField({ nullable: true }) place: string | null;
  @LongTextField({ nullable: true }) note: string | null;
  @IntegerField({ nullable: true }) participants: number | null;
  @IntegerField({ nullable: true }) women: number | null;
  @IntegerField({ nullable: true }) men: number | null;
  @ListField('id') staffIds: string[];
  @ListField('id') organisationIds: string[];
  @LanguageField({ nullable: true }) language: string | null;
  @IdField({ nullable: true }) territoryId: string | null;
  @TextField({ nullable: true }) targetGroup: string | null;
  @IdField({ nullable: true }) contractLineId: string | null;
  @TextField({ nullable: true, max: 500 }) overReason: string | null;
  @IdField({ nullable: true }) courseId: string | null;
  /** The series that planned it. */
  @IdField({ nullable: true }) seriesId: string | null;
  /** Common to the rows of one piece of work that several projects share by minutes. */
  @IdField({ nullable: true }) sharedId: string | null;
  @TextField({ nullable: true, max: 500 }) cancelReason: string | null;
  @IdField({ nullable: true }) correctsId: string | null;
  @IdField({ nullable: true }) reportId: string | null;
  /** Number of the sent report that holds it. */
  @IntegerField({ nullable: true }) reportNumber: number | null;
  @BooleanField() late: boolean;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

/** A row of the list: the activity with the names that a reader needs. */
export class ActivityRow extends ActivityView {
  @TextField() projectTitle: string;
  @TextField() kindLabel: string;
  @TextField() workItemCode: string;
  @TextField({ max: 500 }) workItemTitle: string;
  @TextField({ nullable: true, max: 500 }) partnerName: string | null;
  @ListField('text') staffNames: string[];
  @ListField('text') organisationNames: string[];
  @TextField({ nullable: true }) territoryName: string | null;
  @TextField({ nullable: true }) courseTitle: string | null;
  /** The last day on which its owners were asked for its evidence. */
  @DayField({ nullable: true }) remindedOn: string | null;
}

export class ActivityPage extends PageClass(() => ActivityRow) {}

/** Filters of the list, its totals and its export: the same for all three. */
export class ActivityFilter extends PageQuery {
  @QueryList('id') projectId?: string[];
  @QueryList('text') kind?: string[];
  @QueryList(activityStates) state?: ActivityState[];
  @QueryList('id') workItemId?: string[];
  @QueryList('id') participationId?: string[];
  @QueryList('id') personId?: string[];
  @QueryList('id') organisationId?: string[];
  @QueryList('id') territoryId?: string[];
  @QueryList('id') contractLineId?: string[];
  @QueryList('id') courseId?: string[];
  @QueryList('id') seriesId?: string[];
  @QueryList('text') language?: string[];
  @IdField({ optional: true }) reportId?: string;
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
  @TextField({ optional: true, max: 100 }) text?: string;
  /** Only activities to which nothing is attached, as far as the caller may see. */
  @EnumField(['missing'], { optional: true }) evidence?: 'missing';
  /** Whether a sent report holds them. */
  @EnumField(['yes', 'no'], { optional: true }) reported?: 'yes' | 'no';
}

export class ActivityListFilter extends ActivityFilter {
  /** By day, `newest` when it is left out (`oldest` is how one reads what lies ahead), or by how long it lasted. */
  @EnumField(activityOrders, { optional: true }) order?: ActivityOrder;
}

export class ActivityExportFilter extends ActivityFilter {
  /** XLSX when it is left out; CSV has an address of its own, which streams. */
  @EnumField(['xlsx', 'ods'], { optional: true }) format?: 'xlsx' | 'ods';
}

/** Done and confirmed work of the filter; planned work when the filter asks for that alone. */
export class ActivityTotals {
  @IntegerField() activities: number;
  @IntegerField({ max: Number.MAX_SAFE_INTEGER }) minutes: number;
  @QuantityField() quantity: number;
  /** From the monthly sums when they cover the filter, else from the rows. */
  @EnumField(['sums', 'rows']) source: 'sums' | 'rows';
}

export const toActivityView = (activity: Activity): ActivityView => ({
  id: activity.id,
  projectId: activity.projectId,
  workItemId: activity.workItemId,
  participationId: activity.participationId,
  kind: activity.kind,
  state: activity.state,
  day: activity.day,
  endsOn: activity.endsOn,
  startTime: activity.startTime?.slice(0, 5) ?? null,
  endTime: activity.endTime?.slice(0, 5) ?? null,
  minutes: activity.minutes,
  quantity: activity.quantity === null ? null : Number(activity.quantity),
  place: activity.place,
  note: activity.note,
  participants: activity.participants,
  women: activity.women,
  men: activity.men,
  staffIds: activity.staffIds,
  organisationIds: activity.organisationIds,
  language: activity.language,
  territoryId: activity.territoryId,
  targetGroup: activity.targetGroup,
  contractLineId: activity.contractLineId,
  overReason: activity.overReason,
  courseId: activity.courseId,
  seriesId: activity.seriesId,
  sharedId: activity.sharedId,
  cancelReason: activity.cancelReason,
  correctsId: activity.correctsId,
  reportId: activity.reportId,
  reportNumber: activity.reportNumber ?? null,
  late: activity.late,
  demonstration: activity.demonstration,
  version: activity.version,
});
