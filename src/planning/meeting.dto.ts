import { LogActivity } from '../activities/activity.dto.js';
import { activityStates, type ActivityState } from '../activities/activity.entity.js';
import {
  BooleanField,
  DayField,
  EmailField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  LongTextField,
  ObjectField,
  QueryBoolean,
  QueryList,
  TextField,
  TimeField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import { taskStates, type TaskState } from './meeting.entity.js';

const free = { optional: true, nullable: true } as const;
const nullable = { nullable: true } as const;

export class GuestInput {
  /** Absent for somebody new. */
  @IdField({ optional: true }) id?: string;
  @TextField() name: string;
  @IdField(free) organisationId?: string | null;
  @EmailField(free) email?: string | null;
  /** Null while nobody noted it. */
  @BooleanField(free) present?: boolean | null;
}

export class ChangeMeeting {
  @TextField({ optional: true, max: 300 }) title?: string;
  @LongTextField(free) agenda?: string | null;
  @LongTextField(free) minutes?: string | null;
  /** The whole list: who is not in it any more is taken off. */
  @ListField(() => GuestInput, { optional: true, max: 200 }) guests?: GuestInput[];
}

export class AddMeeting {
  @TextField({ max: 300 }) title: string;
  @LongTextField(free) agenda?: string | null;
  @ObjectField(() => LogActivity) activity: LogActivity;
  @ListField(() => GuestInput, { optional: true, max: 200 }) guests?: GuestInput[];
}

/** What was decided; with an owner and a day it becomes a task. */
export class AddDecision {
  @LongTextField({ max: 2000 }) text: string;
  @IdField(free) personId?: string | null;
  @DayField(free) dueDay?: string | null;
}

export class GuestView {
  @IdField() id: string;
  @TextField() name: string;
  @IdField(nullable) organisationId: string | null;
  @TextField({ ...nullable, max: 300 }) organisationName: string | null;
  @TextField({ ...nullable, max: 254 }) email: string | null;
  @InstantField(nullable) convenedAt: Date | null;
  @BooleanField(nullable) present: boolean | null;
}

export class TaskView {
  @IdField() id: string;
  @IdField() personId: string;
  @TextField() personName: string;
  @DayField() dueDay: string;
  @EnumField(taskStates) state: TaskState;
  @DayField(nullable) doneOn: string | null;
  @IntegerField() version: number;
}

export class DecisionView {
  @IdField() id: string;
  @LongTextField() text: string;
  @ObjectField(() => TaskView, nullable) task: TaskView | null;
}

export class MeetingRow {
  @IdField() id: string;
  @IdField() projectId: string;
  @IdField() activityId: string;
  @TextField({ max: 300 }) title: string;
  @DayField() day: string;
  @TimeField(nullable) startTime: string | null;
  @TimeField(nullable) endTime: string | null;
  @TextField(nullable) place: string | null;
  @EnumField(activityStates) state: ActivityState;
  @InstantField(nullable) convenedAt: Date | null;
  /** The day that the convocation named. */
  @DayField(nullable) convenedDay: string | null;
  /** Whether its days, hours or place are others than the convocation said. */
  @BooleanField() moved: boolean;
  /** When those who had been called were told that it is cancelled; null once they are called anew. */
  @InstantField(nullable) calledOffAt: Date | null;
  @BooleanField() hasMinutes: boolean;
  @IntegerField() guests: number;
  @IntegerField() decisions: number;
  @IntegerField() openTasks: number;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class MeetingPage extends PageClass(() => MeetingRow) {}

export class MeetingView extends MeetingRow {
  @LongTextField(nullable) agenda: string | null;
  @LongTextField(nullable) minutes: string | null;
  @ListField(() => GuestView) guestList: GuestView[];
  @ListField(() => DecisionView) decisionList: DecisionView[];
}

export class TaskRow extends TaskView {
  @IdField() projectId: string;
  @TextField({ max: 400 }) projectName: string;
  @LongTextField() text: string;
  @IdField() meetingId: string;
  @TextField({ max: 300 }) meetingTitle: string;
}

export class TaskPage extends PageClass(() => TaskRow) {}

export class TaskFilter extends PageQuery {
  @QueryList('id') projectId?: string[];
  @QueryList(taskStates) state?: TaskState[];
  @QueryList('id') personId?: string[];
  /** Only those past their day. */
  @QueryBoolean() overdue?: boolean;
}

export class ChangeTask {
  @IdField({ optional: true }) personId?: string;
  @DayField({ optional: true }) dueDay?: string;
  @EnumField(taskStates, { optional: true }) state?: TaskState;
}
