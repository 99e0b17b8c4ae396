import { useQuery } from '@tanstack/react-query';
import { useWrite } from '../api/useWrite.js';
import { day } from '../frame/format.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useConfirm } from '../frame/confirm.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { useSeen } from '../frame/useSeen.js';
import { ActivityForm } from './ActivityForm.js';
import type { Submitted } from './ActivityForm.js';
import { kindsQuery } from './activity-queries.js';
import type { Activity } from './activity-queries.js';
import { bodyOf, valuesOf } from './activity-values.js';
import { saveOne, undoBatch } from './activity-batch.js';
import type { ActivityBody } from './activity-writes.js';
import { rectifyActivity, useActivitiesChanged } from './activity-writes.js';
import { UploadProgress, useUpload } from './useUpload.js';

interface Change {
  body: ActivityBody;
  /** Why a row that a report holds is corrected. */
  reason: string | null;
}

/** Edits an activity; one that a sent report holds is corrected by a new row for the next report. */
export function EditActivity({ activity: now, close }: { activity: Activity; close: () => void }) {
  const { row: activity, values, standing } = useSeen(now, valuesOf);
  const today = useToday();
  const toast = useToast();
  const ask = useConfirm();
  const changed = useActivitiesChanged();
  const uploading = useUpload();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const locked = activity.reportId !== null;
  const write = useWrite(async ({ body, reason }: Change, key) => {
    const { id, projectId, version } = activity;
    if (reason === null) return saveOne({ ...body, id, projectId, version }, key);
    return { batchId: null, activity: await rectifyActivity(activity, body, reason, key) };
  });

  const save = async ({ values, file }: Submitted) => {
    const unit = kinds.find(({ code }) => code === values.kind)?.unit ?? 'minutes';
    const reason = locked ? await ask(RECTIFY) : null;
    if (locked && reason === null) return;
    const saved = await write.mutateAsync({ body: bodyOf(values, today, unit), reason });
    const { batchId } = saved;
    if (file) await uploading.send(saved.activity, file);
    const undo = async () => {
      if (batchId) await undoBatch(batchId);
      await changed();
    };
    toast({
      text: locked ? 'Rettifica salvata.' : 'Modifica salvata.',
      ...(batchId && { undo }),
    });
    await changed();
    close();
  };
  return (
    <SidePanel
      title={locked ? 'Rettifica attività' : 'Modifica attività'}
      lead={
        locked
          ? 'È in una relazione inviata: quella riga resta com’era, la correzione andrà nella prossima.'
          : `Del ${day(activity.day)}`
      }
      onClose={close}
    >
      <ActivityForm start={values} standing={standing} editing save={save} />
      <UploadProgress uploading={uploading} />
    </SidePanel>
  );
}

const RECTIFY = {
  title: 'Perché questa rettifica?',
  text: 'La riga inviata viene annullata e una nuova la sostituisce.',
  action: 'Salva la rettifica',
  reasonLabel: 'Motivo',
};
