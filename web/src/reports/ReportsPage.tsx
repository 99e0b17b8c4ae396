import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function ReportsPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Rendicontazioni" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
