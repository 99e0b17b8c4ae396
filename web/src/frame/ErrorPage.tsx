import { Button } from 'design-react-kit';
import { Link, useRouteError } from 'react-router';
import { sentenceOf } from '../api/problem.js';
import { EmptyState } from './EmptyState.js';
import { PageHeader } from './PageHeader.js';

/** After a new version is installed the old chunks are gone: reloading fetches the new ones. */
const isOldVersion = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|Importing a module/.test(error.message);

export function ErrorPage() {
  const error = useRouteError();
  const text = isOldVersion(error) ? 'C’è una nuova versione del programma.' : sentenceOf(error);
  return (
    <div className="cf-page">
      <PageHeader title="Qualcosa non ha funzionato" />
      <EmptyState
        icon="warning-circle"
        title={text}
        action={
          <Button type="button" color="primary" onClick={() => location.reload()}>
            Ricarica la pagina
          </Button>
        }
      />
    </div>
  );
}

export function NotFoundPage() {
  return (
    <div className="cf-page">
      <PageHeader title="Pagina non trovata" />
      <EmptyState
        icon="search"
        title="A questo indirizzo non c’è nulla"
        text="Forse è stato scritto male, o riguarda un progetto che non è tra i tuoi."
        action={
          <Link className="btn btn-primary" to="/">
            Vai a Oggi
          </Link>
        }
      />
    </div>
  );
}

/** For an address below a page that knows no such part. */
export const NoSuchPart = () => <EmptyState icon="search" title="Questa parte non c’è" />;
