import { EmailField, LanguageField } from '../kernel/code-fields.js';
import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  LongTextField,
  MinutesField,
  QueryList,
  TextField,
  TimeField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import { CountryField } from '../organisations/country-field.js';
import {
  type Closing,
  closings,
  type RequestMode,
  requestModes,
  type RequestOrigin,
  requestOrigins,
  type RequestState,
  requestStates,
} from './mediation-request.entity.js';

const nullableOptional = { optional: true, nullable: true } as const;
const LONGEST = 1440;

/** What a school or service asks for, whoever writes it down. */
export class AskedMediation {
  /** The referent of the body. */
  @TextField({ max: 120 }) askedBy: string;
  @TextField({ ...nullableOptional, max: 40 }) askedByPhone?: string | null;
  /** The referent of the intervention, when it is somebody else. */
  @TextField({ ...nullableOptional, max: 120 }) meets?: string | null;
  @LongTextField({ max: 2000 }) reason: string;
  @LanguageField() language: string;
  @CountryField(nullableOptional) citizenship?: string | null;
  @IdField(nullableOptional) territoryId?: string | null;
  @DayField() wantedDay: string;
  @TimeField() wantedTime: string;
  @MinutesField({ min: 1, max: LONGEST, optional: true }) minutes?: number;
  @EnumField(requestModes, { optional: true }) mode?: RequestMode;
  @TextField(nullableOptional) place?: string | null;
}

/** Entered by us, from a phone call. */
export class NewRequest extends AskedMediation {
  @IdField() organisationId: string;
  @EmailField(nullableOptional) askedByEmail?: string | null;
}

/** The request as it shall be, as long as nobody was sent. */
export class ChangeRequest extends NewRequest {}

export class CloseRequest {
  @EnumField(['refused', 'unmet']) state: 'refused' | 'unmet';
  @EnumField(closings) closing: Closing;
  @TextField({ ...nullableOptional, max: 500 }) note?: string | null;
}

/** Who goes, when, and what pays for it. */
export class AssignRequest {
  @IdField() mediatorId: string;
  @IdField() workItemId: string;
  @IdField(nullableOptional) participationId?: string | null;
  @IdField(nullableOptional) contractLineId?: string | null;
  /** Why it may go over the package. */
  @TextField({ ...nullableOptional, max: 500 }) overReason?: string | null;
  @DayField() day: string;
  @TimeField() startTime: string;
  @MinutesField({ min: 1, max: LONGEST }) minutes: number;
}

/** What really took place. */
export class DeliverRequest {
  @DayField() day: string;
  /** Left out for a wasted trip. */
  @TimeField(nullableOptional) startTime?: string | null;
  @MinutesField({ min: 1, max: LONGEST, optional: true }) minutes?: number;
  /** The mediator came, and nobody was there. */
  @BooleanField({ optional: true }) wasted?: boolean;
  @TextField({ ...nullableOptional, max: 500 }) overReason?: string | null;
}

export class RequestView {
  @IdField() id: string;
  @IdField() projectId: string;
  @TextField() projectTitle: string;
  /** Within the project. */
  @IntegerField() number: number;
  @IdField() organisationId: string;
  @TextField({ max: 300 }) organisationName: string;
  @TextField() askedBy: string;
  @EmailField({ nullable: true }) askedByEmail: string | null;
  @TextField({ nullable: true }) askedByPhone: string | null;
  @TextField({ nullable: true }) meets: string | null;
  @LongTextField() reason: string;
  @LanguageField() language: string;
  @CountryField({ nullable: true }) citizenship: string | null;
  @IdField({ nullable: true }) territoryId: string | null;
  @TextField({ nullable: true }) territoryName: string | null;
  @DayField() wantedDay: string;
  @TimeField() wantedTime: string;
  @MinutesField() minutes: number;
  @EnumField(requestModes) mode: RequestMode;
  @TextField({ nullable: true }) place: string | null;
  @EnumField(requestOrigins) origin: RequestOrigin;
  @EnumField(requestStates) state: RequestState;
  @EnumField(closings, { nullable: true }) closing: Closing | null;
  @TextField({ nullable: true, max: 500 }) closingNote: string | null;
  @TextField({ nullable: true, max: 500 }) contestReason: string | null;
  @DayField() receivedOn: string;
  @TimeField() receivedTime: string;
  @DayField({ nullable: true }) answeredOn: string | null;
  @TimeField({ nullable: true }) answeredTime: string | null;
  @IdField({ nullable: true }) mediatorId: string | null;
  @TextField({ nullable: true }) mediatorName: string | null;
  @IdField({ nullable: true }) participationId: string | null;
  @IdField({ nullable: true }) activityId: string | null;
  /** Of the activity: when it is planned, or was. */
  @DayField({ nullable: true }) activityDay: string | null;
  @TimeField({ nullable: true }) activityStart: string | null;
  @MinutesField({ nullable: true }) activityMinutes: number | null;
  @BooleanField() wasted: boolean;
  /** A confirmation was asked for and not given yet; until when it may be. */
  @InstantField({ nullable: true }) confirmBefore: string | null;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class RequestPage extends PageClass(() => RequestView) {}

export const answerSpans = ['four_hours', 'one_day', 'two_days', 'longer', 'waiting'] as const;

/** Assigned or beyond; not answered yet; refused or not met. */
export const outcomes = ['met', 'waiting', 'lost'] as const;

/** Filters of the board and of its figures. */
export class RequestFilter extends PageQuery {
  @QueryList('id') projectId?: string[];
  @QueryList(requestStates) state?: RequestState[];
  @QueryList('id') participationId?: string[];
  @QueryList('id') organisationId?: string[];
  @QueryList('id') territoryId?: string[];
  @QueryList('id') mediatorId?: string[];
  @QueryList('text') language?: string[];
  @QueryList(outcomes) outcome?: (typeof outcomes)[number][];
  @QueryList(closings) closing?: Closing[];
  @QueryList(answerSpans) span?: (typeof answerSpans)[number][];
  /** By the day on which they came in. */
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
  @TextField({ optional: true, max: 100 }) text?: string;
}

export class StateCount {
  @EnumField(requestStates) state: RequestState;
  @IntegerField() requests: number;
}

/** How many were asked for, and what became of them: the three sum to the first. */
export class Demand {
  /** A language, or the id of a territory; null when none was named. */
  @TextField({ nullable: true }) key: string | null;
  @TextField({ nullable: true }) name: string | null;
  @IntegerField() requests: number;
  /** Assigned or beyond. */
  @IntegerField() met: number;
  @IntegerField() waiting: number;
  /** Refused or not met. */
  @IntegerField() lost: number;
}

export class ClosingCount {
  @EnumField(['refused', 'unmet']) state: 'refused' | 'unmet';
  @EnumField(closings) closing: Closing;
  @IntegerField() requests: number;
}

/** How long a request waited for its first answer: an assignment, a refusal, or that it cannot be met. */
export class AnswerCount {
  @EnumField(answerSpans) span: (typeof answerSpans)[number];
  @IntegerField() requests: number;
}

export class RequestFigures {
  @IntegerField() requests: number;
  /** Of those that were answered; null when none was. */
  @IntegerField({ nullable: true }) medianMinutes: number | null;
  @ListField(() => StateCount) byState: StateCount[];
  @ListField(() => Demand) byLanguage: Demand[];
  @ListField(() => Demand) byTerritory: Demand[];
  @ListField(() => ClosingCount) closings: ClosingCount[];
  @ListField(() => AnswerCount) answers: AnswerCount[];
}
