import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function BudgetPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Budget e spese" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
