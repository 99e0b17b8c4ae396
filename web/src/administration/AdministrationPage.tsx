import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function AdministrationPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Amministrazione" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
