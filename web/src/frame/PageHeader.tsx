import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './Icon.js';

interface PageHeaderProps {
  title: string;
  /** One sentence of state: '312 attività, 1.240:30 ore, 4 senza registro'. */
  state?: ReactNode;
  /** The one primary action, with its key shown by `KeyHint`. */
  action?: ReactNode;
  /** Where the page belongs: shown above the title. */
  parent?: { to: string; label: string };
}

export function PageHeader({ title, state, action, parent }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${title} · Capofila`;
  }, [title]);
  return (
    <header className="cf-page-head">
      <div>
        {parent && (
          <Link className="cf-page-parent" to={parent.to}>
            <Icon name="arrow-left" />
            {parent.label}
          </Link>
        )}
        <h1 tabIndex={-1}>{title}</h1>
        {state && <p className="cf-page-state">{state}</p>}
      </div>
      {action && <div className="cf-page-action">{action}</div>}
    </header>
  );
}

/** The key that does the same as the button beside it. */
export const KeyHint = ({ children }: { children: string }) => (
  <kbd className="cf-key" aria-hidden="true">
    {children}
  </kbd>
);
