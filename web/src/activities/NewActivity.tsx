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
import { shareActivity, sharedBodyOf } from './shared-writes.js';
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

const said = (activities: Activity[], kinds: Kind[]): string => {
  const [first] = activities;
  const label = kinds.find(({ code }) => code === first?.kind)?.label ?? 'Attività';
  const minutes = activities.reduce((sum, one) => sum + one.minutes, 0);
  const size = minutes > 0 ? `, ${hours(minutes)} ore` : '';
  const shared = activities.length > 1 ? ` fra ${activities.length} progetti` : '';
  return `${label}${size} di ${weekday(first?.day ?? '')}: salvata${shared}.`;
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
    if (unit === 'minutes' && typed.shares.length > 0) {
      const { items } = await shareActivity(sharedBodyOf(typed, today), key);
      return { activities: items, kinds };
    }
    const activity = await logActivity(typed.projectId, bodyOf(typed, today, unit), key);
    return { activities: [activity], kinds };
  });

  const save = async (submitted: Submitted) => {
    const { activities, kinds } = await write.mutateAsync(submitted);
    const [activity] = activities;
    if (!activity) return;
    drop();
    rememberContext(user.id, submitted.values);
    if (submitted.file) await uploading.send(activity, submitted.file);
    toast({
      text: said(activities, kinds),
      undo: async () => {
        for (const one of activities) await cancelActivity(one, UNDONE);
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
