import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useMay, useMe } from '../api/session.js';
import { Facts } from '../frame/Card.js';
import { Failed } from '../frame/EmptyState.js';
import { count, decimal, hours, weekday } from '../frame/format.js';
import { SidePanel } from '../frame/SidePanel.js';
import { DemoChip, LockChip } from '../frame/StateChip.js';
import { ActivityFiles } from './ActivityFiles.js';
import { ActivityHistory } from './ActivityHistory.js';
import { activityQuery, kindsQuery } from './activity-queries.js';
import type { Activity } from './activity-queries.js';
import { ActivityState } from './activity-states.js';
import { useFormChoices } from './form-choices.js';
import { useActivityActions } from './useActivityActions.js';

const PARAM = 'attivita';

/** Opens and closes the sheet of one activity; the address names it. */
export function useOpenActivity() {
  const [params, setParams] = useSearchParams();
  const open = params.get(PARAM);
  const set = (activity: Pick<Activity, 'projectId' | 'id'> | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (activity) after.set(PARAM, `${activity.projectId}.${activity.id}`);
        else after.delete(PARAM);
        return after;
      },
      { preventScrollReset: true },
    );
  const [projectId = '', id = ''] = (open ?? '').split('.');
  return { projectId, id, set };
}

/** The sheet of one activity: facts, attachments, history, and what may be done with it. */
export function ActivityDetail() {
  const { projectId, id, set } = useOpenActivity();
  if (!id) return null;
  return <Sheet projectId={projectId} id={id} close={() => set(null)} />;
}

interface SheetProps {
  projectId: string;
  id: string;
  close: () => void;
}

function Sheet({ projectId, id, close }: SheetProps) {
  const { data, error, refetch } = useQuery(activityQuery(projectId, id));
  const { data: kinds = [] } = useQuery(kindsQuery);
  const kind = kinds.find(({ code }) => code === data?.kind);
  return (
    <SidePanel
      title={kind?.label ?? 'Attività'}
      lead={data && weekday(data.day, true)}
      onClose={close}
      footer={data && <Actions activity={data} />}
    >
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <div className="cf-stack">
          <Marks activity={data} />
          <ActivityFacts activity={data} />
          <ActivityFiles activity={data} />
          <ActivityHistory activity={data} />
        </div>
      )}
    </SidePanel>
  );
}

function Marks({ activity }: { activity: Activity }) {
  return (
    <p className="cf-buttons">
      <ActivityState state={activity.state} />
      {activity.reportId && <LockChip report="in una relazione inviata" />}
      {activity.late && <span className="cf-chip is-warn">registrata in ritardo</span>}
      {activity.demonstration && <DemoChip />}
    </p>
  );
}

function ActivityFacts({ activity }: { activity: Activity }) {
  const { projects } = useMe();
  const { workItems, partners, people, bodies } = useFormChoices(activity.projectId);
  const name = (choices: { value: string; label: string }[], value: string | null) =>
    choices.find((choice) => choice.value === value)?.label;
  const names = (choices: { value: string; label: string }[], values: string[]) =>
    values.map((value) => name(choices, value) ?? '…').join(', ');
  const { startTime, endTime, participants, women, men, quantity, minutes } = activity;
  const heads = [
    women !== null && `${count(women)} donne`,
    men !== null && `${count(men)} uomini`,
  ].filter(Boolean);
  const rows = [
    { term: 'Ore', value: minutes > 0 && hours(minutes) },
    { term: 'Orario', value: startTime && endTime && `${startTime}–${endTime}` },
    { term: 'Quantità', value: quantity !== null && decimal(String(quantity)) },
    { term: 'Ultimo giorno', value: activity.endsOn && weekday(activity.endsOn, true) },
    { term: 'Progetto', value: projects.find(({ id }) => id === activity.projectId)?.title },
    { term: 'Azione', value: name(workItems, activity.workItemId) ?? '…' },
    {
      term: 'Partner',
      value: activity.participationId && (name(partners.choices, activity.participationId) ?? '…'),
    },
    { term: 'Chi', value: names(people, activity.staffIds) },
    { term: 'Luogo', value: activity.place },
    { term: 'Enti coinvolti', value: names(bodies, activity.organisationIds) },
    {
      term: 'Presenti',
      value:
        participants !== null &&
        `${count(participants)}${heads.length ? ` (${heads.join(', ')})` : ''}`,
    },
    { term: 'Nota', value: activity.note },
    { term: 'Motivo dell’annullamento', value: activity.cancelReason },
  ];
  return <Facts rows={rows.filter(({ value }) => value)} />;
}

function Actions({ activity }: { activity: Activity }) {
  const may = useMay();
  const { edit, duplicate, cancel, confirm } = useActivityActions();
  const open = activity.state !== 'cancelled' && may('activity.log', activity.projectId);
  const editable = open && (!activity.reportId || may('activity.confirm', activity.projectId));
  return (
    <div className="cf-buttons">
      {editable && (
        <button type="button" className="btn btn-primary btn-sm" onClick={() => edit(activity)}>
          {activity.reportId ? 'Rettifica' : 'Modifica'}
        </button>
      )}
      {activity.state === 'done' && may('activity.confirm', activity.projectId) && (
        <button
          type="button"
          className="btn btn-outline-primary btn-sm"
          onClick={() => void confirm(activity)}
        >
          Conferma
        </button>
      )}
      {may('activity.log', activity.projectId) && (
        <button
          type="button"
          className="btn btn-outline-primary btn-sm"
          onClick={() => duplicate(activity)}
        >
          Duplica
        </button>
      )}
      {open && !activity.reportId && (
        <button
          type="button"
          className="btn btn-outline-danger btn-sm"
          onClick={() => void cancel(activity)}
        >
          Annulla l’attività
        </button>
      )}
    </div>
  );
}
