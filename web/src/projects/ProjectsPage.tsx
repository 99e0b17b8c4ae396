import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function ProjectsPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Progetti" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
