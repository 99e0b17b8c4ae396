import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function ActivitiesPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Attività" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
