import { useEffect } from 'react';
import type { ReactNode } from 'react';
import './public.css';

interface PublicPageProps {
  title: string;
  /** For whom and about which project. */
  lead?: ReactNode;
  children: ReactNode;
}

/** A page for somebody without an account: one matter, nothing else of the program. */
export function PublicPage({ title, lead, children }: PublicPageProps) {
  useEffect(() => {
    document.title = `${title} · Capofila`;
  }, [title]);
  return (
    <div className="cf-public">
      <main id="contenuto">
        <h1>{title}</h1>
        {lead && <p className="cf-gate-lead">{lead}</p>}
        {children}
      </main>
    </div>
  );
}

/** The secret stands after the `#`, which browsers never send: it stays out of every log. */
export const tokenOfAddress = (): string => decodeURIComponent(location.hash.slice(1));

export const NoToken = () => (
  <PublicPage title="Collegamento incompleto">
    <p>Apri il collegamento per intero, così come lo hai ricevuto, oppure chiedine uno nuovo.</p>
  </PublicPage>
);
