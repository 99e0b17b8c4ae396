import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function OrganisationPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Ente" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
