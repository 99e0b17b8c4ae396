import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function ReportPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Rendicontazione" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
