import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';
import { PeopleTabs } from './PeopleTabs.js';

/** Courses and people are of one project: which, is chosen at the top. */
export const ChooseProject = ({ title, none }: { title: string; none: boolean }) => (
  <div className="cf-page">
    <PageHeader title={title} />
    <PeopleTabs />
    <EmptyState
      icon={none ? 'locked' : 'folder'}
      title={none ? 'Il tuo ruolo non vede questa pagina' : 'Scegli un progetto'}
      text={
        none
          ? 'Chiedi a chi amministra gli accessi se ti serve.'
          : 'Corsi e destinatari sono di un progetto: sceglilo in alto.'
      }
    />
  </div>
);
