import { sentenceOf } from '../api/problem.js';
import { weekday } from '../frame/format.js';
import { useToast } from '../frame/toast.js';
import type { ActivityRow } from './activity-queries.js';
import { bodyBefore } from './activity-values.js';
import { changeActivity, useActivitiesChanged } from './activity-writes.js';
import { useActivityForm } from './useActivityForm.js';

/** Writes down that what was planned has taken place as planned; what went otherwise is corrected in the form. */
export function useRegister(): (activity: ActivityRow) => Promise<void> {
  const openForm = useActivityForm();
  const toast = useToast();
  const changed = useActivitiesChanged();
  return async (activity) => {
    const { kindLabel, day, projectId, id } = activity;
    try {
      await changeActivity(activity, bodyBefore(activity));
      const correct = { label: 'Correggi', act: () => openForm(`${projectId}.${id}`) };
      toast({ text: `${kindLabel} di ${weekday(day)}: registrata.`, next: correct });
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'bad' });
    }
    await changed();
  };
}
