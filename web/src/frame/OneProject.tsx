import type { ReactNode } from 'react';
import type { MyProject } from '../api/session.js';
import { EmptyState } from './EmptyState.js';
import { PageHeader } from './PageHeader.js';
import { useOneProject } from './project-context.js';

interface OneProjectProps {
  permission: string;
  title: string;
  tabs?: ReactNode;
  /** Who may not is told 'Il tuo ruolo …'. */
  locked?: string;
  /** What is of one project: 'Gli indicatori sono di un progetto'; or what is shown to choose from. */
  choose: string | ((mine: MyProject[]) => ReactNode);
  children: (project: MyProject) => ReactNode;
}

/** A page about one project: asks which, and says to whom it is not open. */
export function OneProject({ permission, choose, children, ...page }: OneProjectProps) {
  const { project, mine, locked } = useOneProject(permission);
  if (project) return children(project);
  if (locked) return <Locked {...page} />;
  if (typeof choose === 'function') return choose(mine);
  return (
    <div className="cf-page">
      <PageHeader title={page.title} />
      {page.tabs}
      <EmptyState icon="folder" title="Scegli un progetto" text={`${choose}: sceglilo in alto.`} />
    </div>
  );
}

/** A page that one's role does not open. */
export const Locked = ({
  title,
  tabs,
  locked = 'Il tuo ruolo non vede questa pagina',
}: Pick<OneProjectProps, 'title' | 'tabs' | 'locked'>) => (
  <div className="cf-page">
    <PageHeader title={title} />
    {tabs}
    <EmptyState
      icon="locked"
      title={locked}
      text="Chiedi a chi amministra gli accessi se ti serve."
    />
  </div>
);
