import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import { hours, weekday } from '../frame/format.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { ActivityForm } from './ActivityForm.js';
import type { Submitted } from './ActivityForm.js';
import { kindsQuery } from './activity-queries.js';
import type { Activity, Kind } from './activity-queries.js';
import { bodyOf, emptyValues } from './activity-values.js';
import type { ActivityValues } from './activity-values.js';
import { cancelActivity, logActivity, useActivitiesChanged } from './activity-writes.js';
import { forgetContext, hasContext, rememberContext } from './last-context.js';
import { useServerDraft } from './useServerDraft.js';
import { UploadProgress, useUpload } from './useUpload.js';

interface NewActivityProps {
  start: ActivityValues;
  title: string;
  close: () => void;
  /** The values are those of another activity, or of a draft. */
  from?: 'copy' | 'draft';
}

const UNDONE = 'Registrata per errore e annullata subito';

const said = (activity: Activity, kinds: Kind[]): string => {
  const label = kinds.find(({ code }) => code === activity.kind)?.label ?? 'Attività';
  const size = activity.minutes > 0 ? `, ${hours(activity.minutes)} ore` : '';
  return `${label}${size} di ${weekday(activity.day)}: salvata.`;
};

function noticeOf(values: ActivityValues, from: NewActivityProps['from']): string | undefined {
  if (from === 'draft') return 'Ripresa da dove avevi lasciato: non era salvata.';
  return !from && hasContext(values) ? 'Precompilato dall’ultima registrazione.' : undefined;
}

export function NewActivity({ start, title, close, from }: NewActivityProps) {
  const { user } = useMe();
  const today = useToday();
  const toast = useToast();
  const client = useQueryClient();
  const changed = useActivitiesChanged();
  const uploading = useUpload();
  const [values, setValues] = useState(start);
  const [round, setRound] = useState(0);
  const { keep, drop } = useServerDraft(user.id);

  const write = useWrite(async ({ values: typed }: Submitted, key) => {
    const kinds = await client.fetchQuery(kindsQuery);
    const unit = kinds.find(({ code }) => code === typed.kind)?.unit ?? 'minutes';
    const activity = await logActivity(typed.projectId, bodyOf(typed, today, unit), key);
    return { activity, kinds };
  });

  const save = async (submitted: Submitted) => {
    const { activity, kinds } = await write.mutateAsync(submitted);
    drop();
    rememberContext(user.id, submitted.values);
    if (submitted.file) await uploading.send(activity, submitted.file);
    toast({
      text: said(activity, kinds),
      undo: async () => {
        await cancelActivity(activity, UNDONE);
        await changed();
      },
    });
    void changed();
    if (!submitted.again) close();
  };
  const forget = () => {
    forgetContext(user.id);
    drop();
    setValues({ ...emptyValues, projectId: start.projectId });
    setRound(round + 1);
  };
  return (
    <SidePanel title={title} onClose={close}>
      <ActivityForm
        key={round}
        start={values}
        notice={noticeOf(values, from)}
        onChange={keep}
        onForget={forget}
        save={save}
      />
      <UploadProgress uploading={uploading} />
    </SidePanel>
  );
}
