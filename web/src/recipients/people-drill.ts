import type { QueryClient } from '@tanstack/react-query';
import type { Column } from '../frame/DataTable.js';
import type { Drill } from '../frame/DrillDown.js';
import { count, hours, plural } from '../frame/format.js';
import { countsQuery, peopleRows } from './people-queries.js';
import type { PeopleCounts, PeopleGroup, PeopleQuery, PersonRow } from './people-queries.js';
import { EXPLAINED } from './count-words.js';
import { citizenshipName, TARGETS } from './words.js';

const COLUMNS: Column<PersonRow>[] = [
  { key: 'code', header: 'Codice', phone: 'title', cell: ({ code }) => code },
  { key: 'target', header: 'Stato', cell: ({ target }) => TARGETS[target].word },
  {
    key: 'citizenship',
    header: 'Cittadinanza',
    cell: ({ citizenship }) => citizenshipName(citizenship),
  },
  {
    key: 'presences',
    header: 'Presenze',
    numeric: true,
    cell: ({ presences }) => count(presences),
  },
  { key: 'minutes', header: 'Ore', numeric: true, cell: ({ minutes }) => hours(minutes) },
];

const STATUSES: Record<string, 'recipients' | 'toVerify' | 'notTarget'> = {
  recipient: 'recipients',
  to_verify: 'toVerify',
  not_target: 'notTarget',
};

/** The days of a period, as the figure names them: 'from to'. */
function daysOf(key: string) {
  const [from, to] = key.split(' ');
  return { from, to };
}

/** Whom a figure means: of one group, of one period, of one status. */
function meant({ by }: PeopleQuery, figure: string) {
  if (!figure.startsWith('group '))
    return STATUSES[figure] ? { target: figure as PersonRow['target'] } : {};
  const key = figure.slice(6);
  return by === 'period' ? daysOf(key) : { by, group: key };
}

/** The key of a group as its figure names it: of a period its days. */
export const groupKey = ({ key, from, to }: PeopleGroup): string =>
  from && to ? `${from} ${to}` : key;

/** How many people a figure is made of. */
function peopleOf(counts: PeopleCounts, figure: string): number {
  const status = STATUSES[figure];
  if (status) return counts[status];
  if (!figure.startsWith('group ')) return counts.people;
  return counts.groups.find((group) => groupKey(group) === figure.slice(6))?.people ?? 0;
}

/** The people behind a figure: 'people', a status, 'presences', 'minutes', or 'group ' and its key. */
export async function drillPeople(
  client: QueryClient,
  query: PeopleQuery,
  figure: string,
): Promise<Drill<PersonRow>> {
  const { by: _by, periodSet: _set, ...filter } = query;
  const [counts, { items: rows }] = await Promise.all([
    client.fetchQuery({ ...countsQuery(query), staleTime: 0 }),
    peopleRows({ ...filter, ...meant(query, figure) }),
  ]);
  const people = peopleOf(counts, figure);
  const named =
    STATUSES[figure] ?? (figure === 'presences' || figure === 'minutes' ? figure : 'people');
  const sums: Record<string, string> = {
    presences: count(counts.presences),
    minutes: hours(counts.minutes),
  };
  return {
    title: EXPLAINED[named].name,
    rule: EXPLAINED[named].rule,
    columns: COLUMNS,
    rows,
    rowKey: ({ id }) => id,
    sum: sums[named] ?? plural(people, 'persona', 'persone'),
    count: people,
  };
}
