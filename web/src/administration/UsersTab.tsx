import { Button } from 'design-react-kit';
import { useQuery } from '@tanstack/react-query';
import { roleWord, SYSTEM_WORD } from '../access/role-words.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Filters } from '../frame/Filters.js';
import { plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { DemoChip, StateChip } from '../frame/StateChip.js';
import { useUrlFilters, useUrlValue } from '../frame/useUrlFilters.js';
import { AddUserPanel } from './AddUserPanel.js';
import { UserPanel } from './UserPanel.js';
import { usersQuery } from './user-queries.js';
import type { User } from './user-queries.js';

const NAMES = ['cerca', 'accesso'] as const;
const PARAM = 'utente';
const ACCESS = [
  { value: 'attivo', label: 'attivi' },
  { value: 'disattivato', label: 'disattivati' },
];

export default function UsersTab() {
  const { data: users, error, refetch } = useQuery(usersQuery);
  const bar = useUrlFilters(NAMES);
  const [open, setOpen] = useUrlValue(PARAM);
  const shown = users?.filter((user) => matches(user, bar.filters));
  const chosen = users?.find(({ id }) => id === open);
  const enabled = users?.filter(({ disabledAt }) => !disabledAt).length ?? 0;
  return (
    <>
      <Filters
        bar={bar}
        fields={[
          { name: 'cerca', label: 'Cerca per nome o posta' },
          { name: 'accesso', label: 'Accesso', options: ACCESS },
        ]}
        end={
          <Button type="button" color="primary" onClick={() => setOpen('nuovo')}>
            <Icon name="plus" />
            Invita utente
          </Button>
        }
      />
      <DataTable
        caption={`Utenti: ${plural(enabled, 'attivo', 'attivi')}`}
        columns={COLUMNS}
        rows={shown}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpen(id)}
        openKey={open}
        isMuted={({ disabledAt }) => disabledAt !== null}
        error={error}
        retry={() => void refetch()}
        empty={<EmptyState icon="search" title="Nessun utente con questi filtri" />}
      />
      {open === 'nuovo' && (
        <AddUserPanel close={() => setOpen(null)} opened={(id) => setOpen(id)} />
      )}
      {chosen && <UserPanel key={chosen.id} user={chosen} close={() => setOpen(null)} />}
    </>
  );
}

function matches(
  { name, email, disabledAt }: User,
  filters: { cerca: string; accesso: string },
): boolean {
  const text = `${name} ${email}`.toLowerCase();
  if (!text.includes(filters.cerca.toLowerCase())) return false;
  return filters.accesso === '' || (filters.accesso === 'disattivato') === (disabledAt !== null);
}

const COLUMNS: Column<User>[] = [
  { key: 'name', header: 'Nome', phone: 'title', cell: ({ name }) => name },
  { key: 'email', header: 'Posta elettronica', cell: ({ email }) => email },
  { key: 'roles', header: 'Ruoli', cell: (user) => <RolesOf user={user} /> },
  { key: 'state', header: 'Accesso', cell: (user) => <AccessChip user={user} /> },
];

function RolesOf({ user }: { user: User }) {
  const words = user.memberships.map(
    ({ role, projectTitle }) => `${roleWord(role)}, ${projectTitle}`,
  );
  if (user.systemAdmin) words.unshift(SYSTEM_WORD);
  if (words.length === 0) return <span className="cf-unknown">nessuno</span>;
  return (
    <span title={words.join('\n')}>
      {words.length > 1 ? `${words[0]} e altri ${words.length - 1}` : words[0]}
    </span>
  );
}

const AccessChip = ({ user }: { user: User }) => (
  <span className="cf-buttons">
    {user.disabledAt ? (
      <StateChip word="disattivato" icon="locked" tone="bad" />
    ) : (
      <StateChip word="attivo" icon="check" tone="good" />
    )}
    {user.demonstration && <DemoChip />}
  </span>
);
