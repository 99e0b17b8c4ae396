import { Button } from 'design-react-kit';
import { api, dataOf } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import { plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { useToday } from '../frame/today.js';
import { useAttempt } from '../frame/useAttempt.js';
import type { ActivityRow } from './activity-queries.js';
import { useActivitiesChanged } from './activity-writes.js';

type Reminded = Schemas['EvidenceReminded'];

/** Asks those who owe the evidence of the listed activities for it, once a day each. */
export function RemindBar({ rows }: { rows: ActivityRow[] }) {
  const may = useMay();
  const today = useToday();
  const attempt = useAttempt(useActivitiesChanged());
  const owed = rows.filter(
    ({ state, projectId }) =>
      (state === 'done' || state === 'confirmed') && may('activity.confirm', projectId),
  );
  const open = owed.filter(({ remindedOn }) => remindedOn !== today);
  const write = useWrite(remind);
  if (owed.length === 0) return null;
  return (
    <div className="cf-bar">
      <Button
        type="button"
        color="primary"
        outline
        disabled={open.length === 0 || write.isPending}
        onClick={() => void attempt(write.mutateAsync(open), said)}
      >
        <Icon name="mail" />
        Sollecita le prove
      </Button>
      <p role="status">
        {open.length === 0
          ? 'Le prove di queste attività sono già state sollecitate oggi.'
          : `${plural(open.length, 'attività da sollecitare', 'attività da sollecitare')} in questo elenco.`}
      </p>
    </div>
  );
}

const MOST = 200;

/** One call for each project, and for each two hundred. */
async function remind(rows: ActivityRow[]): Promise<Reminded> {
  const sum: Reminded = { reminded: 0, already: 0, unaddressed: 0, letters: 0 };
  for (const projectId of new Set(rows.map((row) => row.projectId))) {
    const ids = rows.filter((row) => row.projectId === projectId).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += MOST) {
      const told = await dataOf(
        api.POST('/api/v1/projects/{projectId}/evidence-reminders', {
          params: { path: { projectId } },
          body: { activityIds: ids.slice(at, at + MOST) },
        }),
      );
      for (const name of Object.keys(sum) as (keyof Reminded)[]) sum[name] += told[name];
    }
  }
  return sum;
}

const said = ({ reminded, letters, unaddressed }: Reminded): string =>
  [
    reminded > 0
      ? `Sollecito partito: ${plural(letters, 'lettera', 'lettere')} per ${plural(reminded, 'attività', 'attività')}.`
      : 'Nessun sollecito da mandare.',
    unaddressed > 0 &&
      `Di ${plural(unaddressed, 'attività', 'attività')} non si sa a chi scrivere.`,
  ]
    .filter(Boolean)
    .join(' ');
