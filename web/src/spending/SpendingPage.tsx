import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function SpendingPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Spese" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
