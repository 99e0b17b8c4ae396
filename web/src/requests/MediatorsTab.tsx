import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { personsQuery } from '../frame/choices.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Icon } from '../frame/Icon.js';
import { DemoMark } from '../frame/StateChip.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { languageName } from '../frame/languages.js';
import { MediatorPanel } from './MediatorPanel.js';
import { mediatorsQuery } from './request-queries.js';
import type { Mediator } from './request-queries.js';
import { WEEKDAYS } from './weekdays.js';

const COLUMNS: Column<Mediator>[] = [
  {
    key: 'name',
    header: 'Mediatore',
    phone: 'title',
    cell: ({ name, demonstration }) => (
      <>
        {name} {demonstration && <DemoMark />}
      </>
    ),
  },
  { key: 'body', header: 'Ente', cell: ({ organisationName }) => organisationName },
  {
    key: 'languages',
    header: 'Lingue',
    cell: ({ languages }) => languages.map(languageName).join(', '),
  },
  {
    key: 'slots',
    header: 'Di solito',
    cell: ({ slots }) =>
      slots
        .map(({ weekday, fromTime, toTime }) => `${WEEKDAYS[weekday - 1]} ${fromTime}–${toTime}`)
        .join(', '),
  },
];

/** Who can be proposed, by language and usual times. */
export default function MediatorsTab() {
  const { data, error, refetch } = useQuery(mediatorsQuery);
  const [open, setOpen] = useUrlValue('mediatore');
  const { data: people } = useQuery(personsQuery);
  const chosen = data?.find(({ personId }) => personId === open) ?? null;
  const person = people?.find(({ id }) => id === open) ?? null;
  return (
    <div className="cf-stack">
      <div className="cf-buttons is-end">
        <Button type="button" color="primary" outline size="sm" onClick={() => setOpen('nuovo')}>
          <Icon name="plus" />
          Aggiungi un mediatore
        </Button>
      </div>
      <DataTable
        caption="Mediatori"
        columns={COLUMNS}
        rows={data}
        rowKey={({ personId }) => personId}
        onOpen={({ personId }) => setOpen(personId)}
        openKey={open}
        error={error}
        retry={() => void refetch()}
        empty={
          <EmptyState
            icon="user"
            title="Ancora nessun mediatore"
            text="Di’ che lingue parla e quando può: comparirà fra le proposte."
          />
        }
      />
      {open && ((chosen && person) || open === 'nuovo') && (
        <MediatorPanel key={open} mediator={chosen} person={person} close={() => setOpen(null)} />
      )}
    </div>
  );
}
