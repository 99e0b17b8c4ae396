import { field } from '../kernel/checks.js';
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
import { courseStates, type CourseState } from './course.entity.js';
import { enrolmentStatuses, type EnrolmentStatus } from './enrolment.entity.js';

const nullableOptional = { optional: true, nullable: true } as const;
const MAX_MINUTES = 60_000;

const SCHOOL_YEAR = '^[0-9]{4}/[0-9]{2}$';

/** A school year, "2019/20". */
const SchoolYearField = (options: { optional?: true } = {}): PropertyDecorator =>
  field(
    'schoolYear',
    (value) =>
      typeof value === 'string' &&
      new RegExp(SCHOOL_YEAR).test(value) &&
      Number(value.slice(5)) === (Number(value.slice(2, 4)) + 1) % 100
        ? null
        : 'Serve un anno scolastico, per esempio 2019/20.',
    { type: 'string', pattern: SCHOOL_YEAR, example: '2019/20' },
    options,
  );

export class TeacherInput {
  @IdField() personId: string;
  /** Of the school itself; else from outside. */
  @BooleanField() internal: boolean;
}

export class NewCourse {
  @TextField({ max: 200 }) title: string;
  @IdField() workItemId: string;
  @IdField(nullableOptional) participationId?: string | null;
  @IdField(nullableOptional) schoolId?: string | null;
  /** The plesso: a body whose parent is the school. */
  @IdField(nullableOptional) buildingId?: string | null;
  @SchoolYearField() schoolYear: string;
  @TextField({ ...nullableOptional, max: 20 }) levelIn?: string | null;
  @TextField({ ...nullableOptional, max: 20 }) levelOut?: string | null;
  @MinutesField({ min: 1, max: MAX_MINUTES }) plannedMinutes: number;
  @IntegerField({ ...nullableOptional, min: 1, max: 100 }) thresholdPercent?: number | null;
  @IntegerField({ ...nullableOptional, min: 1, max: 1000 }) seats?: number | null;
  @ListField('text', { optional: true, max: 30 }) classes?: string[];
  @ListField(() => TeacherInput, { optional: true, max: 20 }) teachers?: TeacherInput[];
}

export class ChangeCourse {
  @TextField({ optional: true, max: 200 }) title?: string;
  @IdField({ optional: true }) workItemId?: string;
  @IdField(nullableOptional) schoolId?: string | null;
  @IdField(nullableOptional) buildingId?: string | null;
  @SchoolYearField({ optional: true }) schoolYear?: string;
  @TextField({ ...nullableOptional, max: 20 }) levelIn?: string | null;
  @TextField({ ...nullableOptional, max: 20 }) levelOut?: string | null;
  @MinutesField({ optional: true, min: 1, max: MAX_MINUTES }) plannedMinutes?: number;
  @IntegerField({ ...nullableOptional, min: 1, max: 100 }) thresholdPercent?: number | null;
  @IntegerField({ ...nullableOptional, min: 1, max: 1000 }) seats?: number | null;
  @ListField('text', { optional: true, max: 30 }) classes?: string[];
  @ListField(() => TeacherInput, { optional: true, max: 20 }) teachers?: TeacherInput[];
  @EnumField(courseStates, { optional: true }) state?: CourseState;
}

export class CourseFilter {
  @QueryList(courseStates) state?: CourseState[];
  @TextField({ optional: true, max: 7 }) schoolYear?: string;
  @IdField({ optional: true }) participationId?: string;
}

export class TeacherView extends TeacherInput {
  @TextField() name: string;
}

export class CourseView {
  @IdField() id: string;
  @IdField() projectId: string;
  @IdField() workItemId: string;
  @TextField() workItemCode: string;
  @IdField({ nullable: true }) participationId: string | null;
  @TextField({ nullable: true }) partnerName: string | null;
  @IdField({ nullable: true }) schoolId: string | null;
  @TextField({ nullable: true }) schoolName: string | null;
  @IdField({ nullable: true }) buildingId: string | null;
  @TextField({ nullable: true }) buildingName: string | null;
  @TextField() title: string;
  @TextField() schoolYear: string;
  @TextField({ nullable: true }) levelIn: string | null;
  @TextField({ nullable: true }) levelOut: string | null;
  @MinutesField() plannedMinutes: number;
  @IntegerField({ nullable: true }) thresholdPercent: number | null;
  @IntegerField({ nullable: true }) seats: number | null;
  @ListField('text') classes: string[];
  @ListField(() => TeacherView) teachers: TeacherView[];
  @EnumField(courseStates) state: CourseState;
  /** Enrolled and not withdrawn, listeners apart. */
  @IntegerField() regulars: number;
  @IntegerField() listeners: number;
  @IntegerField() withdrawn: number;
  /** Sessions that took place, and their minutes. */
  @IntegerField() sessionsDone: number;
  @IntegerField() sessionsPlanned: number;
  @MinutesField() minutesDone: number;
  @IntegerField() completed: number;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class CourseList {
  @ListField(() => CourseView) items: CourseView[];
}

export class NewEnrolment {
  @IdField() recipientId: string;
  @EnumField(['regular', 'listener'], { optional: true }) status?: 'regular' | 'listener';
  /** Today when it is left out. */
  @DayField({ optional: true }) fromDay?: string;
}

export class ChangeEnrolment {
  @EnumField(enrolmentStatuses) status: EnrolmentStatus;
  /** As it is when it is left out. */
  @DayField({ optional: true }) fromDay?: string;
  /** The day of the withdrawal; as it is when it is left out, else today. */
  @DayField(nullableOptional) toDay?: string | null;
}

export class EnrolmentView {
  @IdField() id: string;
  @IdField() courseId: string;
  @IdField() recipientId: string;
  @TextField() code: string;
  @TextField({ nullable: true }) initials: string | null;
  @EnumField(enrolmentStatuses) status: EnrolmentStatus;
  @DayField() fromDay: string;
  @DayField({ nullable: true }) toDay: string | null;
  @IntegerField() presences: number;
  @MinutesField() attendedMinutes: number;
  /** Has been there for the threshold. */
  @BooleanField() completed: boolean;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class EnrolmentList {
  @ListField(() => EnrolmentView) items: EnrolmentView[];
}
