import { useQuery, useQueryClient } from '@tanstack/react-query';
import { PeopleTabs } from '../courses/PeopleTabs.js';
import { coursesQuery } from '../courses/course-queries.js';
import { workItemsQuery } from '../activities/activity-queries.js';
import { DataTable } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { DrillDown, Figure } from '../frame/DrillDown.js';
import { EmptyState, Failed } from '../frame/EmptyState.js';
import { Filters } from '../frame/Filters.js';
import { count, hours } from '../frame/format.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useProjectContext } from '../frame/project-context.js';
import { useUrlFilters } from '../frame/useUrlFilters.js';
import type { UrlFilters } from '../frame/useUrlFilters.js';
import { options } from '../frame/choices.js';
import { countsQuery } from './people-queries.js';
import type { PeopleCounts, PeopleGroup, PeopleQuery } from './people-queries.js';
import { drillPeople, groupKey } from './people-drill.js';
import { BREAKDOWNS, EXPLAINED, groupName, PERIOD_SETS } from './count-words.js';
import './counts.css';

const NAMES = ['dal', 'al', 'azione', 'corso', 'per', 'periodi'] as const;

type Words = Record<(typeof NAMES)[number], string>;

/** The filters of the address as the API wants them; what is empty is left out. */
function queryOf(words: Words, projectId: string | undefined): PeopleQuery {
  const by = (words.per || 'gender') as NonNullable<PeopleQuery['by']>;
  const periodSet = (words.periodi || 'fami_quarter') as PeopleQuery['periodSet'];
  const all: PeopleQuery = {
    projectId: projectId ? [projectId] : undefined,
    from: words.dal || undefined,
    to: words.al || undefined,
    workItemId: words.azione ? [words.azione] : undefined,
    courseId: words.corso ? [words.corso] : undefined,
    by,
    periodSet: by === 'period' ? periodSet : undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** How many people, presences and hours, over any range; each figure says how it is counted and opens to its people. */
export default function CountsPage() {
  const bar = useUrlFilters(NAMES);
  const { project, projects } = useProjectContext();
  const query = queryOf(bar.filters, project?.id);
  const by = query.by ?? 'gender';
  const client = useQueryClient();
  const { data, error, refetch, isPlaceholderData } = useQuery(countsQuery(query));
  const where = project ? project.title : `${projects.length} progetti insieme`;
  return (
    <div className="cf-page">
      <PageHeader title="Conteggi delle persone" state={where} />
      <PeopleTabs />
      <CountFilters bar={bar} projectId={project?.id ?? null} byPeriod={by === 'period'} />
      {data ? (
        <>
          <Whole counts={data} stale={isPlaceholderData} />
          <Groups counts={data} by={by} stale={isPlaceholderData} />
        </>
      ) : (
        error && <Failed error={error} retry={() => void refetch()} />
      )}
      <DrillDown
        scope={`people ${JSON.stringify(query)}`}
        load={(key) => drillPeople(client, query, key)}
      />
    </div>
  );
}

interface FiltersProps {
  bar: UrlFilters<(typeof NAMES)[number]>;
  projectId: string | null;
  byPeriod: boolean;
}

function CountFilters({ bar, projectId, byPeriod }: FiltersProps) {
  const known = { enabled: projectId !== null };
  const { data: items = [] } = useQuery({ ...workItemsQuery(projectId ?? ''), ...known });
  const { data: courses = [] } = useQuery({ ...coursesQuery(projectId ?? ''), ...known });
  const actions = items.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }));
  const editions = courses.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Filters
      bar={bar}
      fields={[
        { name: 'dal', label: 'Dal', day: true },
        { name: 'al', label: 'Al', day: true },
        projectId !== null && { name: 'azione', label: 'Azione', options: actions },
        projectId !== null && { name: 'corso', label: 'Corso', options: editions },
        { name: 'per', label: 'Ripartiti per', options: options(BREAKDOWNS), all: 'Genere' },
        byPeriod && {
          name: 'periodi',
          label: 'Calendario',
          options: options(PERIOD_SETS),
          all: 'Trimestri FAMI',
        },
      ]}
    />
  );
}

function Whole({ counts, stale }: { counts: PeopleCounts; stale: boolean }) {
  const shown = [
    { key: 'people', value: count(counts.people), drill: 'people' },
    { key: 'recipients', value: count(counts.recipients), drill: 'recipient' },
    { key: 'toVerify', value: count(counts.toVerify), drill: 'to_verify' },
    { key: 'notTarget', value: count(counts.notTarget), drill: 'not_target' },
    { key: 'presences', value: count(counts.presences), drill: 'presences' },
    { key: 'minutes', value: hours(counts.minutes), drill: 'minutes' },
    { key: 'heads', value: count(counts.heads), drill: null },
    {
      key: 'coverage',
      value: counts.coverage === null ? 'nessuna presenza' : `${counts.coverage} %`,
      drill: null,
    },
  ] as const;
  return (
    <dl className={`cf-counts ${stale ? 'is-stale' : ''}`} aria-label="Conteggi" aria-busy={stale}>
      {shown.map(({ key, value, drill }) => {
        const { name, rule } = EXPLAINED[key];
        return (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              {drill ? (
                <Figure figure={drill} label={`${name}: ${value}`}>
                  {value}
                </Figure>
              ) : (
                value
              )}
              <p>{rule}</p>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

const columnsOf = (by: string, counts: PeopleCounts): Column<PeopleGroup>[] => [
  {
    key: 'label',
    header: BREAKDOWNS[by] ?? 'Gruppo',
    phone: 'title',
    cell: (group) => groupName(by, group),
  },
  {
    key: 'people',
    header: 'Persone',
    numeric: true,
    cell: (group) => (
      <Figure
        figure={`group ${groupKey(group)}`}
        label={`Persone, ${groupName(by, group)}: ${group.people}`}
      >
        {count(group.people)}
      </Figure>
    ),
    total: count(counts.people),
  },
  {
    key: 'recipients',
    header: 'Destinatari',
    numeric: true,
    cell: ({ recipients }) => count(recipients),
    total: count(counts.recipients),
  },
  {
    key: 'toVerify',
    header: 'Da verificare',
    numeric: true,
    cell: ({ toVerify }) => count(toVerify),
    total: count(counts.toVerify),
  },
  {
    key: 'notTarget',
    header: 'Non target',
    numeric: true,
    cell: ({ notTarget }) => count(notTarget),
    total: count(counts.notTarget),
  },
  {
    key: 'presences',
    header: 'Presenze',
    numeric: true,
    cell: ({ presences }) => count(presences),
    total: count(counts.presences),
  },
  {
    key: 'minutes',
    header: 'Ore-presenza',
    numeric: true,
    cell: ({ minutes }) => hours(minutes),
    total: hours(counts.minutes),
  },
];

interface GroupsProps {
  counts: PeopleCounts;
  by: string;
  stale: boolean;
}

function Groups({ counts, by, stale }: GroupsProps) {
  return (
    <>
      <DataTable
        caption={`Persone per ${BREAKDOWNS[by]}`}
        columns={columnsOf(by, counts)}
        rows={counts.groups}
        rowKey={({ key }) => key}
        stale={stale}
        totalLabel="Insieme"
        empty={
          <EmptyState
            title="Nessuna presenza in questi giorni"
            text="Segna le presenze nel registro di un corso: i conteggi seguono da lì."
          />
        }
      />
      {counts.overlapping && (
        <p className="cf-help">
          La stessa persona può stare in più righe: l’insieme la conta una volta e non è la somma
          delle righe.
        </p>
      )}
    </>
  );
}
