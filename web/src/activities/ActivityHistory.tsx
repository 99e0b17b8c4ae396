import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import { day, decimal, hours } from '../frame/format.js';
import { History } from '../frame/History.js';
import { usePeople, useBodies } from '../frame/choices.js';
import { kindsQuery } from './activity-queries.js';
import type { Activity } from './activity-queries.js';
import { STATES } from './activity-states.js';
import { useFormChoices } from './form-choices.js';

const WORDS: Record<string, string> = {
  state: 'Stato',
  kind: 'Tipo',
  day: 'Giorno',
  endsOn: 'Ultimo giorno',
  startTime: 'Dalle',
  endTime: 'Alle',
  minutes: 'Ore',
  quantity: 'Quantità',
  workItemId: 'Azione',
  participationId: 'Partner',
  place: 'Luogo',
  note: 'Nota',
  participants: 'Presenti',
  women: 'Donne',
  men: 'Uomini',
  staffIds: 'Chi',
  organisationIds: 'Enti coinvolti',
  language: 'Lingua',
  targetGroup: 'Gruppo',
  overReason: 'Motivo oltre il pacchetto',
  cancelReason: 'Motivo dell’annullamento',
};

const SHOWN: Record<string, (value: string) => string> = {
  minutes: (value) => hours(Number(value)),
  day,
  endsOn: day,
  quantity: (value) => decimal(value),
  state: (value) => STATES[value as Activity['state']]?.word ?? value,
  startTime: (value) => value.slice(0, 5),
  endTime: (value) => value.slice(0, 5),
};

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Ids become the names that the reader knows. */
function withNames(value: string, named: Map<string, string>): string {
  if (value === '[]' || value === '{}') return 'nessuno';
  const ids = value.match(IDS);
  return ids ? ids.map((one) => named.get(one) ?? '…').join(', ') : value;
}

export function ActivityHistory({ activity }: { activity: Activity }) {
  const { id, projectId } = activity;
  const { data: kinds = [] } = useQuery(kindsQuery);
  const { workItems, partners } = useFormChoices(projectId);
  const people = usePeople();
  const bodies = useBodies();
  const { data } = useQuery({
    queryKey: ['history', 'activity', id],
    queryFn: async () => {
      const path = { projectId, activityId: id };
      const answer = api.GET('/api/v1/projects/{projectId}/activities/{activityId}/history', {
        params: { path },
      });
      return (await dataOf(answer)).items;
    },
  });
  const named = new Map(
    [workItems, partners.choices, people, bodies].flat().map(({ value, label }) => [value, label]),
  );
  const show = (field: string, value: string): string => {
    if (field === 'kind') return kinds.find(({ code }) => code === value)?.label ?? value;
    const written = SHOWN[field];
    return written ? written(value) : withNames(value, named);
  };
  return <History entries={data} words={WORDS} show={show} />;
}
