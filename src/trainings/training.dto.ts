import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  MinutesField,
  QueryList,
  TextField,
} from '../kernel/fields.js';
import { trainingStates, type TrainingState } from './training.entity.js';

const nullableOptional = { optional: true, nullable: true } as const;
const MOST_PEOPLE = 500;
const MAX_MINUTES = 60_000;
const CONTENTS = 4000;

/** A line of a pasted list: an operator by name and, if it is told, by body. */
export class NamedOperator {
  @TextField({ max: 120 }) name: string;
  @TextField({ ...nullableOptional, max: 300 }) organisation?: string | null;
}

export class NewTraining {
  @IdField() workItemId: string;
  /** The body that held it. */
  @IdField(nullableOptional) participationId?: string | null;
  /** The logged piece of work that it was. */
  @IdField(nullableOptional) activityId?: string | null;
  @TextField() field: string;
  @LongTextField({ max: CONTENTS }) contents: string;
  @DayField() fromDay: string;
  /** The first day when it is left out. */
  @DayField(nullableOptional) toDay?: string | null;
  @MinutesField({ ...nullableOptional, min: 1, max: MAX_MINUTES }) minutes?: number | null;
  @ListField('id', { optional: true, max: MOST_PEOPLE }) personIds?: string[];
  /** A pasted list: who is in the registry is found by name, who is not is added to it. */
  @ListField(() => NamedOperator, { optional: true, max: MOST_PEOPLE }) names?: NamedOperator[];
}

export class ChangeTraining {
  @IdField({ optional: true }) workItemId?: string;
  @IdField(nullableOptional) activityId?: string | null;
  @TextField({ optional: true }) field?: string;
  @LongTextField({ optional: true, max: CONTENTS }) contents?: string;
  @DayField({ optional: true }) fromDay?: string;
  @DayField({ optional: true }) toDay?: string;
  @MinutesField({ ...nullableOptional, min: 1, max: MAX_MINUTES }) minutes?: number | null;
  @EnumField(trainingStates, { optional: true }) state?: TrainingState;
  /** All who were trained, in place of those before. */
  @ListField('id', { optional: true, max: MOST_PEOPLE }) personIds?: string[];
  /** A pasted list of some more. */
  @ListField(() => NamedOperator, { optional: true, max: MOST_PEOPLE }) names?: NamedOperator[];
}

/** Trainings that ended on a day of the range, both ends included. */
export class TrainingFilter {
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
  @QueryList('id') workItemId?: string[];
  @QueryList('id') participationId?: string[];
}

export class OperatorView {
  @IdField() personId: string;
  @TextField() name: string;
  @TextField({ nullable: true, max: 300 }) organisationName: string | null;
}

export class TrainingView {
  @IdField() id: string;
  @IdField() projectId: string;
  @IdField() workItemId: string;
  @TextField() workItemCode: string;
  @IdField({ nullable: true }) participationId: string | null;
  @TextField({ nullable: true, max: 300 }) partnerName: string | null;
  @IdField({ nullable: true }) activityId: string | null;
  @TextField() field: string;
  @LongTextField({ max: CONTENTS }) contents: string;
  @DayField() fromDay: string;
  @DayField() toDay: string;
  @MinutesField({ nullable: true }) minutes: number | null;
  @EnumField(trainingStates) state: TrainingState;
  @ListField(() => OperatorView) operators: OperatorView[];
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class FieldCount {
  @TextField() field: string;
  @IntegerField() trainings: number;
  /** Different people. */
  @IntegerField() operators: number;
}

export class TrainingList {
  @ListField(() => TrainingView) items: TrainingView[];
  /** Different people in all of them that were held: never the sum of the fields. */
  @IntegerField() operators: number;
  /** In how many trainings they were, each of them counted. */
  @IntegerField() presences: number;
  @ListField(() => FieldCount) fields: FieldCount[];
}
