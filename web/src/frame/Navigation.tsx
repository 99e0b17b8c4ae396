import { NavLink, useLocation } from 'react-router';
import { useMe } from '../api/session.js';
import { Icon } from './Icon.js';
import { useContextLink } from './project-context.js';

interface Entry {
  to: string;
  label: string;
  icon: string;
  /** Kept with the project of the context. */
  scoped?: boolean;
  /** Where its other pages are. */
  also?: RegExp;
}

const ENTRIES: Entry[] = [
  { to: '/', label: 'Oggi', icon: 'clock' },
  {
    to: '/attivita',
    label: 'Attività',
    icon: 'list',
    scoped: true,
    also: /^\/(settimana|mediazione|importa)/,
  },
  { to: '/calendario', label: 'Calendario', icon: 'calendar', scoped: true },
  { to: '/progetti', label: 'Progetti', icon: 'folder', also: /^\/programmi/ },
  { to: '/budget', label: 'Budget e spese', icon: 'chart-line', scoped: true, also: /^\/spese/ },
  { to: '/rendicontazioni', label: 'Rendicontazioni', icon: 'file-signed', scoped: true },
  { to: '/enti', label: 'Enti e persone', icon: 'pa', also: /^\/(corsi|destinatari|contratti)/ },
  { to: '/amministrazione', label: 'Amministrazione', icon: 'settings' },
];

/** A system administrator works on users only; the others do not see pages that hold nothing for them. */
function useEntries(): Entry[] {
  const { projects } = useMe();
  return projects.length > 0
    ? ENTRIES
    : ENTRIES.filter(({ to }) => to === '/' || to === '/amministrazione');
}

interface EntranceProps {
  entry: Entry;
  /** Shorter than the label. */
  word?: string;
  title?: string;
}

/** Marked on every page that lies behind it. */
function Entrance({
  entry: { to, label, icon, scoped, also },
  word = label,
  title,
}: EntranceProps) {
  const link = useContextLink();
  const { pathname } = useLocation();
  const within = also?.test(pathname) ?? false;
  return (
    <NavLink
      to={scoped ? link(to) : to}
      end={to === '/'}
      title={title}
      className={({ isActive }) => (isActive || within ? 'active' : '')}
    >
      <Icon name={icon} />
      <span>{word}</span>
    </NavLink>
  );
}

export function Navigation({ narrow, toggle }: { narrow: boolean; toggle: () => void }) {
  return (
    <nav className="cf-nav" aria-label="Principale">
      <ul>
        {useEntries().map((entry) => (
          <li key={entry.to}>
            <Entrance entry={entry} title={narrow ? entry.label : undefined} />
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
  const entries = useEntries().filter(({ to }) => ON_PHONE.includes(to));
  const items = entries.map((entry) => (
    <Entrance
      key={entry.to}
      entry={entry}
      word={entry.to === '/rendicontazioni' ? 'Relazioni' : entry.label}
    />
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
