import { NavLink } from 'react-router';
import { useMe } from '../api/session.js';
import { Icon } from './Icon.js';
import { useContextLink } from './project-context.js';

interface Entry {
  to: string;
  label: string;
  icon: string;
  /** Kept with the project of the context. */
  scoped?: boolean;
}

const ENTRIES: Entry[] = [
  { to: '/', label: 'Oggi', icon: 'clock' },
  { to: '/attivita', label: 'Attività', icon: 'list', scoped: true },
  { to: '/calendario', label: 'Calendario', icon: 'calendar', scoped: true },
  { to: '/progetti', label: 'Progetti', icon: 'folder' },
  { to: '/budget', label: 'Budget e spese', icon: 'chart-line', scoped: true },
  { to: '/rendicontazioni', label: 'Rendicontazioni', icon: 'file-signed', scoped: true },
  { to: '/enti', label: 'Enti', icon: 'pa' },
  { to: '/amministrazione', label: 'Amministrazione', icon: 'settings' },
];

/** A system administrator works on users only; the others do not see pages that hold nothing for them. */
function useEntries(): Entry[] {
  const { projects } = useMe();
  return projects.length > 0
    ? ENTRIES
    : ENTRIES.filter(({ to }) => to === '/' || to === '/amministrazione');
}

export function Navigation({ narrow, toggle }: { narrow: boolean; toggle: () => void }) {
  const link = useContextLink();
  return (
    <nav className="cf-nav" aria-label="Principale">
      <ul>
        {useEntries().map(({ to, label, icon, scoped }) => (
          <li key={to}>
            <NavLink
              to={scoped ? link(to) : to}
              end={to === '/'}
              title={narrow ? label : undefined}
            >
              <Icon name={icon} />
              <span>{label}</span>
            </NavLink>
          </li>
        ))}
      </ul>
      <button type="button" className="cf-nav-toggle" onClick={toggle} aria-expanded={!narrow}>
        <Icon name={narrow ? 'chevron-right' : 'chevron-left'} />
        <span>{narrow ? 'Allarga il menu' : 'Riduci il menu'}</span>
      </button>
    </nav>
  );
}

const ON_PHONE = ['/', '/attivita', '/progetti', '/rendicontazioni'];

/** The navigation of a phone, with *Registra* in the middle. The rest is in the user's menu. */
export function BottomBar({ log }: { log: (() => void) | null }) {
  const link = useContextLink();
  const entries = useEntries().filter(({ to }) => ON_PHONE.includes(to));
  const items = entries.map(({ to, label, icon, scoped }) => (
    <NavLink key={to} to={scoped ? link(to) : to} end={to === '/'}>
      <Icon name={icon} />
      <span>{label === 'Rendicontazioni' ? 'Relazioni' : label}</span>
    </NavLink>
  ));
  return (
    <nav className="cf-bottom" aria-label="Principale, telefono">
      {items.slice(0, 2)}
      {log && (
        <button type="button" onClick={log} className="cf-bottom-log">
          <Icon name="plus" />
          <span>Registra</span>
        </button>
      )}
      {items.slice(2)}
    </nav>
  );
}
