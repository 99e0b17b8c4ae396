import '../projects/projects.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { Link, useParams } from 'react-router';
import { useMay, useMe } from '../api/session.js';
import { Card, Facts } from '../frame/Card.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { count, day } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { PageHeader } from '../frame/PageHeader.js';
import { DemoChip, DemoMark } from '../frame/StateChip.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { countryName } from '../frame/countries.js';
import { Loading } from '../frame/Loading.js';
import { PARTICIPATION_WORDS, siteName } from '../projects/words.js';
import type { Participation } from '../projects/words.js';
import { OrganisationPanel } from './OrganisationPanel.js';
import { organisationQuery } from './organisation-queries.js';
import type { Organisation } from './organisation-queries.js';
import { ORGANISATION_KINDS } from './words.js';

const parent = { to: '/enti', label: 'Enti' };

export default function OrganisationPage() {
  const { id = '' } = useParams();
  const { data: organisation, error, refetch } = useQuery(organisationQuery(id));
  const [panel, setPanel] = useUrlValue('apri');
  const may = useMay();
  if (!organisation) return <Loading {...{ error, refetch }} />;
  return (
    <div className="cf-page">
      <PageHeader
        title={organisation.name}
        parent={parent}
        state={
          <span className="cf-state-line">
            {ORGANISATION_KINDS[organisation.kind]}
            {organisation.demonstration && <DemoChip />}
          </span>
        }
        action={
          may('organisation.edit') && (
            <Button type="button" color="primary" outline onClick={() => setPanel('modifica')}>
              <Icon name="pencil" />
              Modifica
            </Button>
          )
        }
      />
      <div className="cf-sheet">
        <div className="cf-sheet-main">
          <ProjectsCard organisation={organisation} />
          <Ties organisation={organisation} />
        </div>
        <div className="cf-sheet-side">
          <FactsCard organisation={organisation} />
          <SizesCard organisation={organisation} />
        </div>
      </div>
      {panel === 'modifica' && (
        <OrganisationPanel organisation={organisation} close={() => setPanel(null)} />
      )}
    </div>
  );
}

function FactsCard({ organisation: one }: { organisation: Organisation }) {
  const place = [one.place, one.region, one.country && countryName(one.country)].filter(Boolean);
  return (
    <Card title="Ente">
      <Facts
        rows={[
          ...(one.shortName ? [{ term: 'Sigla', value: one.shortName }] : []),
          ...(one.aliases.length > 0
            ? [{ term: 'Altri nomi', value: one.aliases.join(' · ') }]
            : []),
          { term: 'Dove', value: place.length > 0 ? place.join(', ') : null },
          {
            term: 'Sito',
            value: one.website && (
              <a href={one.website} target="_blank" rel="noreferrer">
                {siteName(one.website)}
              </a>
            ),
          },
          ...(one.parentId
            ? [
                {
                  term: 'Fa parte di',
                  value: <Link to={`/enti/${one.parentId}`}>{one.parentName}</Link>,
                },
              ]
            : []),
        ]}
      />
      {one.note && <p className="cf-muted cf-card-note">{one.note}</p>}
    </Card>
  );
}

function SizesCard({ organisation: { declaredSizes } }: { organisation: Organisation }) {
  if (declaredSizes.length === 0) return null;
  return (
    <Card title="Aderenti dichiarati" lead="Come li dichiara la rete: non si sommano con altri.">
      <ul className="cf-rules">
        {declaredSizes.map(({ size, countedOn, source }) => (
          <li key={`${source}${countedOn}`}>
            <span>
              {source}
              {countedOn && `, ${day(countedOn)}`}
            </span>
            <strong>{count(size)}</strong>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type Tied = Organisation['members'];

function Ties({ organisation }: { organisation: Organisation }) {
  const lists: [title: string, list: Tied][] = [
    ['Uffici e sedi', organisation.units],
    ['Reti di cui fa parte', organisation.networks],
    ['Enti che ne fanno parte', organisation.members],
    ['Collabora con', organisation.collaborations],
  ];
  return lists
    .filter(([, list]) => list.length > 0)
    .map(([title, list]) => (
      <Card key={title} title={title}>
        <ul className="cf-links">
          {list.map(({ organisationId, name, note }) => (
            <li key={organisationId}>
              <Icon name="pa" />
              <div>
                <Link to={`/enti/${organisationId}`}>{name}</Link>
                {note && <p className="cf-muted">{note}</p>}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    ));
}

type Role = Organisation['participations'][number];

function ProjectsCard({ organisation: { participations } }: { organisation: Organisation }) {
  const { projects } = useMe();
  const columns: Column<Role>[] = [
    {
      key: 'project',
      header: 'Progetto',
      phone: 'title',
      cell: ({ projectId, projectTitle, demonstration }) => {
        const found = projects.find(({ id }) => id === projectId);
        return (
          <>
            {found ? (
              <Link to={`/progetti/${found.slug}/partenariato`}>{projectTitle}</Link>
            ) : (
              projectTitle
            )}
            {demonstration && <DemoMark />}
          </>
        );
      },
    },
    {
      key: 'role',
      header: 'Ruolo',
      cell: ({ role }) => PARTICIPATION_WORDS[role as Participation['role']][0],
    },
    { key: 'category', header: 'Categoria', cell: ({ category }) => category },
  ];
  return (
    <Card title="Nei nostri progetti">
      <DataTable
        caption="Progetti a cui partecipa"
        columns={columns}
        rows={participations}
        rowKey={({ participationId }) => participationId}
        empty={<p className="cf-muted">Non partecipa a nessuno dei tuoi progetti.</p>}
      />
    </Card>
  );
}
