import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function OrganisationsPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Enti" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
