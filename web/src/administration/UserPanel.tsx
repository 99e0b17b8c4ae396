import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useMe } from '../api/session.js';
import { roleWord } from '../access/role-words.js';
import { Facts } from '../frame/Card.js';
import { useConfirm } from '../frame/confirm.js';
import { instant } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useAttempt } from '../frame/useAttempt.js';
import { MembershipForm } from './MembershipForm.js';
import { OneTimeLink } from './OneTimeLink.js';
import { addMembership, changeUser, removeMembership, useUsersChanged } from './user-queries.js';
import type { User } from './user-queries.js';

type Membership = User['memberships'][number];

/** One user: roles, first access, and the switch that ends every session at once. */
export function UserPanel({ user, close }: { user: User; close: () => void }) {
  const { user: me } = useMe();
  const { toggle, toggleAdmin } = useUserSwitches(user);
  const self = me.id === user.id;
  return (
    <SidePanel
      title={user.name}
      lead={user.email}
      onClose={close}
      footer={
        !self && (
          <div className="cf-buttons">
            <Button
              type="button"
              size="sm"
              color={user.disabledAt ? 'primary' : 'danger'}
              outline={!user.disabledAt}
              onClick={() => void toggle()}
            >
              {user.disabledAt ? 'Riattiva l’accesso' : 'Disattiva l’accesso'}
            </Button>
            <Button
              type="button"
              color="primary"
              outline
              size="sm"
              onClick={() => void toggleAdmin()}
            >
              {user.systemAdmin
                ? 'Togli l’amministrazione di sistema'
                : 'Rendi amministratore di sistema'}
            </Button>
          </div>
        )
      }
    >
      <div className="cf-stack">
        <Facts
          rows={[
            {
              term: 'Accesso',
              value: user.disabledAt ? `disattivato il ${instant(user.disabledAt)}` : 'attivo',
            },
            { term: 'Amministra il sistema', value: user.systemAdmin ? 'sì' : 'no' },
          ]}
        />
        <Memberships user={user} />
        {!user.disabledAt && <OneTimeLink user={user} />}
      </div>
    </SidePanel>
  );
}

function useUserSwitches(user: User) {
  const ask = useConfirm();
  const attempt = useAttempt(useUsersChanged());
  const toggle = async () => {
    if (user.disabledAt)
      return attempt(changeUser(user, { disabled: false }), 'Accesso riattivato.');
    const sure = await ask({
      title: `Disattivare l’accesso di ${user.name}?`,
      text: 'Viene scollegato subito da ogni dispositivo e le sue chiavi smettono di funzionare. Quello che ha scritto resta.',
      action: 'Disattiva',
      danger: true,
    });
    if (sure === null) return;
    await attempt(changeUser(user, { disabled: true }), 'Accesso disattivato.');
  };
  const toggleAdmin = async () => {
    const sure = await ask({
      title: user.systemAdmin
        ? 'Togliere l’amministrazione di sistema?'
        : 'Rendere amministratore di sistema?',
      text: 'Chi amministra il sistema decide chi entra e con quale ruolo.',
      action: 'Conferma',
    });
    if (sure === null) return;
    await attempt(changeUser(user, { systemAdmin: !user.systemAdmin }), 'Modifica salvata.');
  };
  return { toggle, toggleAdmin };
}

function Memberships({ user }: { user: User }) {
  const [adding, setAdding] = useState(false);
  const changed = useUsersChanged();
  const attempt = useAttempt(changed);
  const remove = async ({ id, projectId, role, participationId }: Membership) => {
    const putBack = async () => {
      await addMembership(user.id, { projectId, role, participationId }, crypto.randomUUID());
      await changed();
    };
    await attempt(removeMembership(user.id, id), { text: 'Ruolo tolto.', undo: putBack });
  };
  return (
    <section>
      <h3 className="cf-section-title">Ruoli nei progetti</h3>
      {user.memberships.length === 0 && (
        <p className="cf-muted">Nessun ruolo: non vede alcun progetto.</p>
      )}
      <ul className="cf-roles">
        {user.memberships.map((membership) => (
          <li key={membership.id}>
            <span>
              <strong>{roleWord(membership.role)}</strong>{' '}
              {[membership.participationName, membership.projectTitle].filter(Boolean).join(', ')}
            </span>
            <button
              type="button"
              className="cf-icon-button"
              onClick={() => void remove(membership)}
            >
              <Icon
                name="delete"
                label={`Togli il ruolo: ${roleWord(membership.role)}, ${membership.projectTitle}`}
              />
            </button>
          </li>
        ))}
      </ul>
      {adding ? (
        <MembershipForm userId={user.id} done={() => setAdding(false)} />
      ) : (
        <Button type="button" color="primary" outline size="sm" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          Aggiungi un ruolo
        </Button>
      )}
    </section>
  );
}
