import { EmptyState } from '../frame/EmptyState.js';
import { PageHeader } from '../frame/PageHeader.js';

export default function TodayPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Oggi" />
      <EmptyState title="Pagina in preparazione" />
    </div>
  );
}
