import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useMay, useMe } from '../api/session.js';
import { Facts } from '../frame/Card.js';
import { count, decimal, hours, weekday } from '../frame/format.js';
import { SidePanel } from '../frame/SidePanel.js';
import { DemoChip, LockChip } from '../frame/StateChip.js';
import { useToday } from '../frame/today.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { usePeople, useBodies } from '../frame/choices.js';
import { SeriesPanel } from '../planning/SeriesPanel.js';
import { ActivityFiles } from './ActivityFiles.js';
import { ActivityHistory } from './ActivityHistory.js';
import { activityQuery, kindsQuery } from './activity-queries.js';
import type { Activity } from './activity-queries.js';
import { ActivityState } from './activity-states.js';
import { useFormChoices } from './form-choices.js';
import { useActivityActions } from './useActivityActions.js';
import { usePackageFacts } from './usePackageFacts.js';
import { isDue, useRegister } from './useRegister.js';

const PARAM = 'attivita';

/** Opens and closes the sheet of one activity; the address names it. */
export function useOpenActivity() {
  const [open, setOpen] = useUrlValue(PARAM);
  const set = (activity: Pick<Activity, 'projectId' | 'id'> | null) =>
    setOpen(activity && `${activity.projectId}.${activity.id}`);
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
  const [ofSeries, setOfSeries] = useState(false);
  const kind = kinds.find(({ code }) => code === data?.kind);
  if (data && ofSeries) return <SeriesPanel activity={data} close={() => setOfSeries(false)} />;
  return (
    <SidePanel
      title={kind?.label ?? 'Attività'}
      lead={data && weekday(data.day, true)}
      onClose={close}
      footer={data && <Actions activity={data} changeSeries={() => setOfSeries(true)} />}
    >
      {data ? (
        <div className="cf-stack">
          <Marks activity={data} />
          <ActivityFacts activity={data} />
          <ActivityFiles activity={data} />
          <ActivityHistory activity={data} />
        </div>
      ) : (
        <Loading {...{ error, refetch }} />
      )}
    </SidePanel>
  );
}

function Marks({ activity }: { activity: Activity }) {
  return (
    <p className="cf-buttons">
      <ActivityState state={activity.state} />
      {activity.reportNumber !== null && (
        <LockChip report={`nella relazione ${activity.reportNumber}`} />
      )}
      {activity.sharedId && <span className="cf-chip">condivisa con altri progetti</span>}
      {activity.late && <span className="cf-chip is-warn">registrata in ritardo</span>}
      {activity.demonstration && <DemoChip />}
    </p>
  );
}

type Names = { value: string; label: string }[];
const nameOf = (choices: Names, value: string | null): string | null =>
  value && (choices.find((choice) => choice.value === value)?.label ?? '…');
const namesOf = (choices: Names, values: string[]): string =>
  values.map((value) => nameOf(choices, value)).join(', ');

function headsOf({ participants, women, men }: Activity): string | null {
  if (participants === null) return null;
  const parts = [women !== null && `${count(women)} donne`, men !== null && `${count(men)} uomini`];
  const known = parts.filter(Boolean).join(', ');
  return known ? `${count(participants)} (${known})` : count(participants);
}

function ActivityFacts({ activity }: { activity: Activity }) {
  const { projects } = useMe();
  const { workItems, partners } = useFormChoices(activity.projectId);
  const people = usePeople();
  const bodies = useBodies();
  const paid = usePackageFacts(activity);
  const { startTime, endTime, quantity, minutes } = activity;
  const rows = [
    { term: 'Ore', value: minutes > 0 && hours(minutes) },
    { term: 'Orario', value: startTime && endTime && `${startTime}–${endTime}` },
    { term: 'Quantità', value: quantity !== null && decimal(String(quantity)) },
    { term: 'Ultimo giorno', value: activity.endsOn && weekday(activity.endsOn, true) },
    { term: 'Progetto', value: projects.find(({ id }) => id === activity.projectId)?.title },
    { term: 'Azione', value: nameOf(workItems, activity.workItemId) },
    { term: 'Partner', value: nameOf(partners.choices, activity.participationId) },
    { term: 'Chi', value: namesOf(people, activity.staffIds) },
    { term: 'Luogo', value: activity.place },
    { term: 'Enti coinvolti', value: namesOf(bodies, activity.organisationIds) },
    { term: 'Gruppo', value: activity.targetGroup },
    ...paid,
    { term: 'Presenti', value: headsOf(activity) },
    { term: 'Nota', value: activity.note },
    { term: 'Motivo dell’annullamento', value: activity.cancelReason },
  ];
  return <Facts rows={rows.filter(({ value }) => value)} />;
}

/** Which actions the state and the caller's role leave open. */
function useAllowed(activity: Activity) {
  const { state, reportId, projectId, sharedId, seriesId } = activity;
  const may = useMay();
  const today = useToday();
  const log = may('activity.log', projectId);
  const approve = may('activity.confirm', projectId);
  const open = state !== 'cancelled' && log;
  const alone = sharedId === null;
  const free = open && reportId === null;
  return {
    // What several projects share was agreed as a whole.
    change: open && alone && (reportId === null || approve),
    register: log && isDue(activity, today),
    confirm: state === 'done' && approve,
    copy: log,
    series: seriesId !== null && free && alone,
    cancel: free,
  };
}

interface ActionsProps {
  activity: Activity;
  changeSeries: () => void;
}

function Actions({ activity, changeSeries }: ActionsProps) {
  const allowed = useAllowed(activity);
  const { edit, duplicate, cancel, confirm } = useActivityActions();
  const register = useRegister();
  return (
    <div className="cf-buttons">
      {allowed.register && (
        <Button type="button" color="primary" size="sm" onClick={() => void register(activity)}>
          Registra
        </Button>
      )}
      {allowed.change && (
        <Button
          type="button"
          color="primary"
          outline={allowed.register}
          size="sm"
          onClick={() => edit(activity)}
        >
          {activity.reportId ? 'Rettifica' : 'Modifica'}
        </Button>
      )}
      {allowed.series && (
        <Button type="button" color="primary" outline size="sm" onClick={changeSeries}>
          Persone e luogo della serie
        </Button>
      )}
      {allowed.confirm && (
        <Button
          type="button"
          color="primary"
          outline
          size="sm"
          onClick={() => void confirm(activity)}
        >
          Conferma
        </Button>
      )}
      {allowed.copy && (
        <Button type="button" color="primary" outline size="sm" onClick={() => duplicate(activity)}>
          Duplica
        </Button>
      )}
      {allowed.cancel && (
        <Button
          type="button"
          color="danger"
          outline
          size="sm"
          onClick={() => void cancel(activity)}
        >
          Annulla l’attività
        </Button>
      )}
    </div>
  );
}
