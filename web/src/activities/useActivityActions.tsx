import type { Schemas } from '../api/client.js';
import { isProblem, sentenceOf } from '../api/problem.js';
import { weekday } from '../frame/format.js';
import { useConfirm } from '../frame/confirm.js';
import { useToast } from '../frame/toast.js';
import { cancelSeries } from '../planning/calendar-queries.js';
import type { Scope } from '../planning/calendar-queries.js';
import { changedWords } from '../planning/event-words.js';
import { Scopes } from '../planning/Scopes.js';
import type { Activity } from './activity-queries.js';
import { useActivityForm } from './useActivityForm.js';
import { saveBatch, undoBatch } from './activity-batch.js';
import { confirmActivity, useActivitiesChanged } from './activity-writes.js';

/** What is said of the one row of a batch says more than what is said of the batch. */
const reasonOf = (error: unknown): string =>
  (isProblem(error) ? error.errors[0]?.message : undefined) ?? sentenceOf(error);

type Cancellable = Pick<Activity, 'id' | 'projectId' | 'version' | 'day' | 'seriesId'>;
type Which = Pick<Activity, 'id' | 'projectId'>;

/** What can be done with one activity, from its row or from its sheet. */
export function useActivityActions() {
  const openForm = useActivityForm();
  const ask = useConfirm();
  const toast = useToast();
  const changed = useActivitiesChanged();

  const tell = (error: unknown) => toast({ text: reasonOf(error), tone: 'bad' });

  const takeBack = async (batchId: string | null) => {
    if (batchId) await undoBatch(batchId);
    await changed();
  };

  const cancelMany = (activity: Cancellable, what: Schemas['CancelSeries']) =>
    cancelSeries(activity, what)
      .then(
        ({ changed, kept }) =>
          toast({
            text: changedWords(changed, kept, ['incontro annullato', 'incontri annullati']),
          }),
        tell,
      )
      .then(changed);

  /** One alone as a batch of one, so that it has the same way back as many. */
  const cancel = async (activity: Cancellable) => {
    let scope: Scope = 'this';
    const reason = await ask({
      title: 'Annullare questa attività?',
      text: `Quella di ${weekday(activity.day, true)} resta nell’elenco, barrata, e non conta più in nessuna somma.`,
      action: 'Annulla l’attività',
      danger: true,
      reasonLabel: 'Motivo',
      ...(activity.seriesId && {
        action: 'Annulla gli incontri scelti',
        fields: <Scopes start={scope} set={(chosen) => (scope = chosen)} />,
      }),
    });
    if (reason === null) return;
    if (scope !== 'this') return cancelMany(activity, { scope, reason });
    const { id, projectId, version } = activity;
    await saveBatch({ cancel: [{ id, projectId, version }], reason })
      .then((batch) => toast({ text: 'Attività annullata.', undo: () => takeBack(batch.id) }), tell)
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
