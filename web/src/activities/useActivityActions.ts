import { sentenceOf } from '../api/problem.js';
import { weekday } from '../frame/format.js';
import { useConfirm } from '../frame/confirm.js';
import { useToast } from '../frame/toast.js';
import type { Activity } from './activity-queries.js';
import { useActivityForm } from './useActivityForm.js';
import { cancelActivity, confirmActivity, useActivitiesChanged } from './activity-writes.js';

type Which = Pick<Activity, 'id' | 'projectId'>;

/** What can be done with one activity, from its row or from its sheet. */
export function useActivityActions() {
  const openForm = useActivityForm();
  const ask = useConfirm();
  const toast = useToast();
  const changed = useActivitiesChanged();

  const tell = (error: unknown) => toast({ text: sentenceOf(error), tone: 'bad' });

  const cancel = async (activity: Pick<Activity, 'id' | 'projectId' | 'version' | 'day'>) => {
    const reason = await ask({
      title: 'Annullare questa attività?',
      text: `Quella di ${weekday(activity.day, true)} resta nell’elenco, barrata, e non conta più in nessuna somma.`,
      action: 'Annulla l’attività',
      danger: true,
      reasonLabel: 'Motivo',
    });
    if (reason === null) return;
    await cancelActivity(activity, reason)
      .then(() => toast({ text: 'Attività annullata.' }), tell)
      .then(changed);
  };
  const confirm = (activity: Activity) =>
    confirmActivity(activity)
      .then(() => toast({ text: 'Attività confermata.' }), tell)
      .then(changed);

  return {
    edit: ({ projectId, id }: Which) => openForm(`${projectId}.${id}`),
    duplicate: ({ projectId, id }: Which) => openForm(`copia.${projectId}.${id}`),
    cancel,
    confirm,
  };
}
