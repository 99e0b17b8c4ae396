import { useId } from 'react';
import type { ReactNode } from 'react';

interface CardProps {
  title: string;
  lead?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** A titled white block of a page. */
export function Card({ title, lead, action, children }: CardProps) {
  const heading = useId();
  return (
    <section className="cf-card" aria-labelledby={heading}>
      <header className="cf-card-head">
        <div>
          <h2 id={heading}>{title}</h2>
          {lead && <p>{lead}</p>}
        </div>
        {action && <div className="cf-buttons">{action}</div>}
      </header>
      {children}
    </section>
  );
}

/** Term and value, for the facts of one thing; a missing value says 'non noto'. */
export function Facts({ rows }: { rows: { term: string; value: ReactNode }[] }) {
  return (
    <dl className="cf-facts">
      {rows.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value ?? <span className="cf-unknown">non noto</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
