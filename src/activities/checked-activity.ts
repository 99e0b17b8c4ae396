import type { IsoDate } from '../kernel/dates.js';
import { Conflict } from '../kernel/errors.js';
import type { ActivityContext } from './activity-context.js';
import { assertCountable, assertWithin, minutesOf, stateOn } from './activity-rules.js';
import type { LogActivity } from './activity.dto.js';

/** An activity that every rule has let pass, with its minutes settled and its gaps filled with null. */
export type CheckedActivity = {
  [K in Exclude<keyof LogActivity, 'minutes'>]-?: Exclude<LogActivity[K], undefined>;
} & { minutes: number };

/** Applies the rules of one activity: dates, times, what its kind needs. Pure; throws RuleBroken. */
export function checkActivity(input: LogActivity, context: ActivityContext): CheckedActivity {
  assertOpenProject(context.projectState);
  const whole = filled(input);
  const minutes = minutesOf({ ...whole, minutes: input.minutes });
  const lastDay: IsoDate = whole.endsOn ?? whole.day;
  const { projectStarts, projectEnds, workItemStarts, workItemEnds, workItemTitle } = context;
  assertWithin('Il progetto', { starts: projectStarts, ends: projectEnds }, whole.day, lastDay);
  assertWithin(
    `«${workItemTitle}»`,
    { starts: workItemStarts, ends: workItemEnds },
    whole.day,
    lastDay,
  );
  const checked = { ...whole, minutes };
  assertCountable(context, checked);
  return checked;
}

/** Throws Conflict 409 `project.archived`. */
export function assertOpenProject(state: string): void {
  if (state === 'archived') {
    throw new Conflict(
      'project.archived',
      'Il progetto è archiviato: le sue attività non cambiano più.',
    );
  }
}

function filled(input: LogActivity): Omit<CheckedActivity, 'minutes'> {
  const { kind, workItemId, day } = input;
  const orNull = <K extends keyof LogActivity>(name: K) => input[name] ?? null;
  return {
    kind,
    workItemId,
    day,
    participationId: orNull('participationId') as string | null,
    endsOn: orNull('endsOn') as string | null,
    startTime: orNull('startTime') as string | null,
    endTime: orNull('endTime') as string | null,
    quantity: orNull('quantity') as number | null,
    place: orNull('place') as string | null,
    note: orNull('note') as string | null,
    participants: orNull('participants') as number | null,
    women: orNull('women') as number | null,
    men: orNull('men') as number | null,
    staffIds: [...new Set(input.staffIds ?? [])],
    organisationIds: [...new Set(input.organisationIds ?? [])],
    language: orNull('language') as string | null,
    territoryId: orNull('territoryId') as string | null,
    targetGroup: orNull('targetGroup') as string | null,
    contractLineId: orNull('contractLineId') as string | null,
    overReason: orNull('overReason') as string | null,
    courseId: orNull('courseId') as string | null,
  };
}

/** The members of its row: what was checked, with the state that its day gives it. */
export const rowOf = ({ quantity, ...rest }: CheckedActivity, today: IsoDate) => ({
  ...rest,
  quantity: quantity === null ? null : quantity.toFixed(2),
  state: stateOn(rest.day, today),
});
