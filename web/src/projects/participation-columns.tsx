import { Link } from 'react-router';
import type { Column } from '../frame/DataTable.js';
import { count, day } from '../frame/format.js';
import { DemoMark } from '../frame/StateChip.js';
import { countryName } from '../frame/countries.js';
import { fullName, PARTICIPATION_WORDS } from './words.js';
import type { Participation } from './words.js';

const columns: Column<Participation>[] = [
  {
    key: 'name',
    header: 'Ente',
    phone: 'title',
    cell: ({ organisationId, organisationName, organisationShortName, demonstration }) => (
      <>
        <Link to={`/enti/${organisationId}`} title={organisationName}>
          {fullName(organisationName, organisationShortName)}
        </Link>
        {demonstration && <DemoMark />}
      </>
    ),
  },
  { key: 'role', header: 'Ruolo', cell: ({ role }) => PARTICIPATION_WORDS[role][0] },
  {
    key: 'category',
    header: 'Categoria',
    cell: ({ category }) => category && <span title={category}>{category}</span>,
  },
  {
    key: 'via',
    header: 'Attraverso',
    cell: ({ viaNetworkName }) =>
      viaNetworkName && <span title={viaNetworkName}>{viaNetworkName}</span>,
  },
  { key: 'country', header: 'Paese', cell: ({ country }) => country && countryName(country) },
  {
    key: 'size',
    header: 'Aderenti dichiarati',
    numeric: true,
    cell: ({ declaredSize }) =>
      declaredSize && (
        <span
          title={`Fonte: ${declaredSize.source}${declaredSize.countedOn ? `, ${day(declaredSize.countedOn)}` : ''}`}
        >
          {count(declaredSize.size)}
        </span>
      ),
  },
];

const note: Column<Participation> = {
  key: 'note',
  header: 'Nota',
  phone: 'hide',
  cell: (row) => row.note && <span title={row.note}>{row.note}</span>,
};

const parent: Column<Participation> = {
  key: 'parent',
  header: 'Fa capo a',
  cell: ({ organisationParentName: name }) => name && <span title={name}>{name}</span>,
};

/** What an office is part of, and the note, have a column only where some row has one. */
export const participationColumns = (rows: Participation[]): Column<Participation>[] => [
  ...columns,
  ...(rows.some((row) => row.organisationParentName) ? [parent] : []),
  ...(rows.some((row) => row.note) ? [note] : []),
];
