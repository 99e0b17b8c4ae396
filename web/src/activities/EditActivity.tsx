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
import { bodyBefore, bodyOf, valuesOf } from './activity-values.js';
import type { ActivityBody } from './activity-writes.js';
import { changeActivity, rectifyActivity, useActivitiesChanged } from './activity-writes.js';
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
  const write = useWrite(({ body, reason }: Change, key) =>
    reason === null
      ? changeActivity(activity, body, key)
      : rectifyActivity(activity, body, reason, key),
  );

  const save = async ({ values, file }: Submitted) => {
    const unit = kinds.find(({ code }) => code === values.kind)?.unit ?? 'minutes';
    const reason = locked ? await ask(RECTIFY) : null;
    if (locked && reason === null) return;
    const saved = await write.mutateAsync({ body: bodyOf(values, today, unit), reason });
    if (file) await uploading.send(saved, file);
    const undo = async () => {
      await changeActivity(saved, bodyBefore(activity));
      await changed();
    };
    toast({
      text: locked ? 'Rettifica salvata.' : 'Modifica salvata.',
      ...(locked ? {} : { undo }),
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
