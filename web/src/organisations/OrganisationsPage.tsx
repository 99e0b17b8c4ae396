import '../projects/projects.css';
import { Button } from 'design-react-kit';
import { useNavigate } from 'react-router';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Filters, NoRows } from '../frame/Filters.js';
import { count } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { PageHeader } from '../frame/PageHeader.js';
import { DemoMark } from '../frame/StateChip.js';
import { usePages } from '../frame/usePages.js';
import { useUrlFilters, useUrlValue } from '../frame/useUrlFilters.js';
import { countryName } from '../frame/countries.js';
import { fullName, siteName } from '../projects/words.js';
import { ImportLink } from '../imports/ImportLink.js';
import { OrganisationPanel } from './OrganisationPanel.js';
import type { OrganisationRow } from './organisation-queries.js';
import { RegistryTabs } from './RegistryTabs.js';
import { kindOptions, ORGANISATION_KINDS } from './words.js';

const NAMES = ['cerca', 'tipo', 'paese'] as const;
const COUNTRIES = ['IT', 'FR', 'ES'].map((value) => ({ value, label: countryName(value) }));

export default function OrganisationsPage() {
  const bar = useUrlFilters(NAMES);
  const { filters } = bar;
  const [panel, setPanel] = useUrlValue('apri');
  const may = useMay();
  const navigate = useNavigate();
  const query = {
    limit: 50,
    ...(filters.cerca && { search: filters.cerca }),
    ...(filters.tipo && { kind: [filters.tipo as OrganisationRow['kind']] }),
    ...(filters.paese && { country: filters.paese }),
  };
  const { rows, ...paging } = usePages(['organisations', 'list', query], (after) =>
    dataOf(
      api.GET('/api/v1/organisations', {
        params: { query: { ...query, ...(after && { after }) } },
      }),
    ),
  );
  return (
    <div className="cf-page">
      <PageHeader
        title="Enti"
        state="La rubrica unica di partner, aderenti, scuole, servizi e reti."
        action={
          may('organisation.edit') && (
            <>
              <ImportLink target="organisations" />
              <Button type="button" color="primary" onClick={() => setPanel('nuovo')}>
                <Icon name="plus" />
                Nuovo ente
              </Button>
            </>
          )
        }
      />
      <RegistryTabs />
      <Filters
        bar={bar}
        fields={[
          { name: 'cerca', label: 'Cerca per nome o sigla' },
          { name: 'tipo', label: 'Tipo', options: kindOptions },
          { name: 'paese', label: 'Paese', options: COUNTRIES },
        ]}
      />
      <div className="cf-names">
        <DataTable
          caption="Enti"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate(`/enti/${id}`)}
          empty={
            <NoRows bar={bar} none="Nessun ente">
              <EmptyState icon="pa" title="La rubrica è vuota" text="Aggiungi il primo ente." />
            </NoRows>
          }
          {...paging}
        />
      </div>
      {panel === 'nuovo' && <OrganisationPanel organisation={null} close={() => setPanel(null)} />}
    </div>
  );
}

const COLUMNS: Column<OrganisationRow>[] = [
  {
    key: 'name',
    header: 'Ente',
    phone: 'title',
    cell: ({ name, shortName, aliases, demonstration }) => (
      <span title={[name, ...aliases].join(' · ')}>
        {fullName(name, shortName)}
        {demonstration && <DemoMark />}
      </span>
    ),
  },
  { key: 'kind', header: 'Tipo', cell: ({ kind }) => ORGANISATION_KINDS[kind] },
  {
    key: 'place',
    header: 'Dove',
    cell: ({ place, region, country }) =>
      [place ?? region, country && country !== 'IT' ? countryName(country) : null]
        .filter(Boolean)
        .join(', '),
  },
  {
    key: 'parent',
    header: 'Fa parte di',
    cell: ({ parentName }) => parentName && <span title={parentName}>{parentName}</span>,
  },
  {
    key: 'size',
    header: 'Aderenti dichiarati',
    numeric: true,
    cell: ({ declaredSize }) =>
      declaredSize && (
        <span title={`Fonte: ${declaredSize.source}`}>{count(declaredSize.size)}</span>
      ),
  },
  {
    key: 'website',
    header: 'Sito',
    phone: 'hide',
    cell: ({ website }) =>
      website && (
        <a href={website} target="_blank" rel="noreferrer">
          {siteName(website)}
        </a>
      ),
  },
];
