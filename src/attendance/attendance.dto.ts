import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MinutesField,
  TextField,
  TimeField,
} from '../kernel/fields.js';
import { field } from '../kernel/checks.js';
import { activityStates, type ActivityState } from '../activities/activity.entity.js';
import { enrolmentStatuses, type EnrolmentStatus } from '../courses/enrolment.entity.js';

export const presences = ['present', 'absent', 'none'] as const;

/** One box of a register: there (for the minutes; without them for as long as before, else for all of it), absent, or nothing written. */
export class Mark {
  @IdField() activityId: string;
  @IdField() recipientId: string;
  @EnumField(presences) presence: (typeof presences)[number];
  @MinutesField({ optional: true, max: 60_000 }) minutes?: number;
}

export class Marks {
  @ListField(() => Mark, { min: 1, max: 1000 }) marks: Mark[];
}

export class MarkedSession {
  @IdField() activityId: string;
  @EnumField(activityStates) state: ActivityState;
  @IntegerField() present: number;
}

export class MarksSaved {
  @IntegerField() marks: number;
  @ListField(() => MarkedSession) sessions: MarkedSession[];
}

const MONTH = '^[0-9]{4}-(0[1-9]|1[0-2])$';

export class RegisterQuery {
  /** '2019-11'; all sessions when it is left out. */
  @field(
    'month',
    (value) =>
      typeof value === 'string' && new RegExp(MONTH).test(value)
        ? null
        : 'Serve un mese, per esempio 2019-11.',
    { type: 'string', pattern: MONTH, example: '2019-11' },
    { optional: true },
  )
  month?: string;
}

export class RegisterSession {
  @IdField() activityId: string;
  @DayField() day: string;
  @TimeField({ nullable: true }) startTime: string | null;
  @TimeField({ nullable: true }) endTime: string | null;
  @MinutesField() minutes: number;
  @EnumField(activityStates) state: ActivityState;
  /** May be marked: not to come, not cancelled, held by no sent report, and the caller's own. */
  @BooleanField() open: boolean;
  /** Number of the report that holds it. */
  @IntegerField({ nullable: true }) reportNumber: number | null;
  @IntegerField() files: number;
}

export class RegisterMark {
  @IdField() activityId: string;
  @BooleanField() present: boolean;
  @MinutesField() minutes: number;
}

export class RegisterPerson {
  @IdField() recipientId: string;
  @TextField() code: string;
  @TextField({ nullable: true }) initials: string | null;
  /** Null for who came without being enrolled. */
  @EnumField(enrolmentStatuses, { nullable: true }) status: EnrolmentStatus | null;
  @DayField({ nullable: true }) fromDay: string | null;
  @DayField({ nullable: true }) toDay: string | null;
  @ListField(() => RegisterMark) marks: RegisterMark[];
}

/** People × sessions. */
export class Register {
  @ListField(() => RegisterSession) sessions: RegisterSession[];
  @ListField(() => RegisterPerson) people: RegisterPerson[];
}

export class NewSessions {
  @ListField('day', { min: 1, max: 60 }) days: string[];
  @TimeField() startTime: string;
  @TimeField() endTime: string;
  @ListField('id', { optional: true, max: 10 }) staffIds?: string[];
  @TextField({ optional: true, nullable: true, max: 200 }) place?: string | null;
}

export class PocketPerson {
  @IdField() recipientId: string;
  @TextField() code: string;
  @TextField({ nullable: true }) initials: string | null;
  @EnumField(presences) presence: (typeof presences)[number];
}

export class PocketSession {
  @IdField() activityId: string;
  @IdField() projectId: string;
  @TextField() courseTitle: string;
  @DayField() day: string;
  @TimeField({ nullable: true }) startTime: string | null;
  @TimeField({ nullable: true }) endTime: string | null;
  @ListField(() => PocketPerson) people: PocketPerson[];
}

/** What a phone takes along to mark presences without the network: codes and initials, no name. */
export class Pocket {
  @DayField() today: string;
  @ListField(() => PocketSession) sessions: PocketSession[];
}
