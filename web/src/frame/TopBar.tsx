import { dropPocket } from '../attendance/pocket-store.js';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client.js';
import { useMe } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { Logo } from './Logo.js';
import { useAttempt } from './useAttempt.js';
import { Icon } from './Icon.js';
import { useProjectContext } from './project-context.js';

export function TopBar() {
  return (
    <header className="cf-top">
      <Link to="/" className="cf-brand">
        <Logo />
        Capofila
      </Link>
      <ProjectSwitch />
      <UserMenu />
    </header>
  );
}

function ProjectSwitch() {
  const { project, projects, choose } = useProjectContext();
  if (projects.length === 0) return <span className="cf-switch" />;
  return (
    <label className="cf-switch">
      <span>Progetto</span>
      <select
        aria-label="Progetto in cui lavori"
        value={project?.slug ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">Tutti i miei progetti</option>
        {projects.map((one: MyProject) => (
          <option key={one.id} value={one.slug}>
            {one.title}
          </option>
        ))}
      </select>
    </label>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

function UserMenu() {
  const { user } = useMe();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      const away =
        event instanceof KeyboardEvent
          ? event.key === 'Escape'
          : !box.current?.contains(event.target as Node);
      if (away) setOpen(false);
    };
    document.addEventListener('mousedown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('mousedown', close);
      document.removeEventListener('keydown', close);
    };
  }, [open]);
  return (
    <div className="cf-user" ref={box}>
      <button
        type="button"
        aria-expanded={open}
        aria-controls="cf-user-menu"
        onClick={() => setOpen(!open)}
      >
        <span className="cf-avatar" aria-hidden="true">
          {initials(user.name)}
        </span>
        <span className="cf-user-name">{user.name}</span>
        <Icon name="expand" />
      </button>
      {open && <MenuItems close={() => setOpen(false)} />}
    </div>
  );
}

function MenuItems({ close }: { close: () => void }) {
  const { user, projects } = useMe();
  const signOut = useSignOut();
  return (
    <div id="cf-user-menu" className="cf-menu">
      <p>
        <strong>{user.name}</strong>
        <small>{user.email}</small>
      </p>
      {projects.length > 0 && (
        <div className="cf-menu-phone">
          <Link to="/calendario" onClick={close}>
            Calendario
          </Link>
          <Link to="/budget" onClick={close}>
            Budget e spese
          </Link>
          <Link to="/enti" onClick={close}>
            Enti e persone
          </Link>
        </div>
      )}
      <Link to="/amministrazione" onClick={close}>
        Amministrazione
      </Link>
      <Link to="/amministrazione/sessioni" onClick={close}>
        Le mie sessioni
      </Link>
      <Link to="/amministrazione/chiavi" onClick={close}>
        Chiavi di accesso API
      </Link>
      <button type="button" onClick={() => void signOut()}>
        <Icon name="logout" />
        Esci
      </button>
    </div>
  );
}

function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const attempt = useAttempt();
  return async () => {
    if (!(await attempt(api.POST('/api/v1/sign-out')))) return;
    client.clear();
    // Who signs in next on this device does not find these people.
    await dropPocket().catch(() => undefined);
    void navigate('/accesso');
  };
}
