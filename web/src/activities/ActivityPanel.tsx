import { useQuery } from '@tanstack/react-query';
import { useMe } from '../api/session.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { useOneProject } from '../frame/project-context.js';
import { activityQuery } from './activity-queries.js';
import { EditActivity } from './EditActivity.js';
import { NewActivity } from './NewActivity.js';
import { startingValues } from './last-context.js';
import { keptDraft } from './useServerDraft.js';
import { valuesOf } from './activity-values.js';

/**
 * The form over any page, kept in the address: `registra=nuova`, `registra=copia.<project>.<id>`,
 * `registra=<project>.<id>` to edit.
 */
export default function ActivityPanel() {
  const [what, setWhat] = useUrlValue('registra');
  const close = () => setWhat(null);
  if (what === null) return null;
  if (what === 'nuova') return <Blank close={close} />;
  const copying = what.startsWith('copia.');
  const [projectId = '', id = ''] = what.replace('copia.', '').split('.');
  return <Existing key={what} projectId={projectId} id={id} copying={copying} close={close} />;
}

function Blank({ close }: { close: () => void }) {
  const { user } = useMe();
  const { project } = useOneProject('activity.log');
  // Read once: the draft is written while the form is open.
  const { data: draft } = useQuery({
    queryKey: ['draft', 'activity', user.id],
    queryFn: () => keptDraft(user.id),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  if (draft === undefined) return null;
  const start = draft ?? startingValues(user.id, project?.id ?? null);
  const from = draft ? ('draft' as const) : undefined;
  return <NewActivity start={start} from={from} title="Registra un’attività" close={close} />;
}

interface ExistingProps {
  projectId: string;
  id: string;
  copying: boolean;
  close: () => void;
}

function Existing({ projectId, id, copying, close }: ExistingProps) {
  const { data, error, refetch } = useQuery(activityQuery(projectId, id));
  if (!data) {
    return (
      <SidePanel title={copying ? 'Duplica attività' : 'Modifica attività'} onClose={close}>
        <Loading {...{ error, refetch }} />
      </SidePanel>
    );
  }
  if (copying)
    return (
      <NewActivity start={valuesOf(data)} title="Duplica attività" close={close} from="copy" />
    );
  return <EditActivity activity={data} close={close} />;
}
