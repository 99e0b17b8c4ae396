import { weekday } from '../frame/format.js';
import { useAttempt } from '../frame/useAttempt.js';
import type { ActivityRow } from './activity-queries.js';
import { bodyBefore } from './activity-values.js';
import { changeActivity, useActivitiesChanged } from './activity-writes.js';
import { useActivityForm } from './useActivityForm.js';

/** Writes down that what was planned has taken place as planned; what went otherwise is corrected in the form. */
export function useRegister(): (activity: ActivityRow) => Promise<void> {
  const openForm = useActivityForm();
  const attempt = useAttempt(useActivitiesChanged());
  return async (activity) => {
    const { kindLabel, day, projectId, id } = activity;
    await attempt(changeActivity(activity, bodyBefore(activity)), {
      text: `${kindLabel} di ${weekday(day)}: registrata.`,
      next: { label: 'Correggi', act: () => openForm(`${projectId}.${id}`) },
    });
  };
}
