import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Logo } from '../frame/Logo.js';

/** The page around sign-in and first access: what this is, and one form. */
export function Gate({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Capofila`;
  }, [title]);
  return (
    <div className="cf-gate">
      <section className="cf-gate-about" aria-label="Che cos’è Capofila">
        <p className="cf-gate-name">
          <Logo />
          Capofila
        </p>
        <p className="cf-gate-claim">
          Le ore, le spese e le relazioni dei progetti, in un posto solo.
        </p>
        <ul>
          <li>Registri un’attività in pochi secondi, dal tavolo o dal telefono.</li>
          <li>Ogni cifra si apre sulle righe che la compongono.</li>
          <li>Quello che hai inviato al finanziatore resta com’era.</li>
        </ul>
      </section>
      <main className="cf-gate-form" id="contenuto">
        <h1>{title}</h1>
        {lead && <p className="cf-gate-lead">{lead}</p>}
        {children}
      </main>
    </div>
  );
}
