import { Button } from 'design-react-kit';
import { useMay, useMe } from '../api/session.js';
import { EmptyState } from '../frame/EmptyState.js';
import { longDay } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { useLastProject } from '../frame/project-context.js';
import { useToday } from '../frame/today.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { ActivityDetail } from '../activities/ActivityDetail.js';
import { AdministratorHome } from './AdministratorHome.js';
import { CoordinatorHome } from './CoordinatorHome.js';
import { ManagerHome } from './ManagerHome.js';

/** What must I do today? One home for each of the caller's jobs. */
export default function TodayPage() {
  const { user, projects } = useMe();
  const today = useToday();
  const may = useMay();
  useLastProject();
  const [, setPanel] = useUrlValue('registra');
  const roles = new Set(projects.flatMap((project) => project.roles));
  return (
    <div className="cf-page">
      <PageHeader
        title="Oggi"
        state={longDay(today)}
        action={
          may('activity.log') && (
            <Button
              type="button"
              color="primary"
              className="cf-not-on-phone"
              onClick={() => setPanel('nuova')}
            >
              <Icon name="plus" />
              Registra attività <KeyHint>N</KeyHint>
            </Button>
          )
        }
      />
      {projects.length === 0 && <NoProjects admin={user.systemAdmin} />}
      {roles.has('manager') && may('report.view') && <ManagerHome />}
      {(roles.has('administrator') || roles.has('manager')) && may('budget.view') && (
        <AdministratorHome />
      )}
      {may('activity.view') && <CoordinatorHome />}
      <ActivityDetail />
    </div>
  );
}

const NoProjects = ({ admin }: { admin: boolean }) => (
  <EmptyState
    icon="folder"
    title="Non hai ancora un ruolo in nessun progetto"
    text={
      admin
        ? 'Come amministratore di sistema gestisci gli utenti: li trovi in Amministrazione.'
        : 'Chi amministra gli utenti nel tuo ente può dartene uno.'
    }
  />
);
