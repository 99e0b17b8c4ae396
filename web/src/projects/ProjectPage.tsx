import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function ProjectPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Progetto" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
