import { weekday } from '../frame/format.js';
import { useAttempt } from '../frame/useAttempt.js';
import type { Activity, ActivityRow } from './activity-queries.js';
import { bodyBefore } from './activity-values.js';
import { changeActivity, useActivitiesChanged } from './activity-writes.js';
import { useActivityForm } from './useActivityForm.js';

type Planned = Activity & Partial<Pick<ActivityRow, 'kindLabel'>>;

/** Whether what was planned can have taken place; what several projects share is changed as a whole. */
export const isDue = ({ state, day, sharedId }: Activity, today: string): boolean =>
  state === 'planned' && day <= today && sharedId === null;

/** Writes down that what was planned has taken place as planned; what went otherwise is corrected in the form. */
export function useRegister(): (activity: Planned) => Promise<void> {
  const openForm = useActivityForm();
  const attempt = useAttempt(useActivitiesChanged());
  return async (activity) => {
    const { kindLabel = 'Attività', day, projectId, id } = activity;
    await attempt(changeActivity(activity, bodyBefore(activity)), {
      text: `${kindLabel} di ${weekday(day)}: registrata.`,
      next: { label: 'Correggi', act: () => openForm(`${projectId}.${id}`) },
    });
  };
}
