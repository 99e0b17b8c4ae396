import type { Drill } from '../frame/DrillDown.js';
import { count, hours } from '../frame/format.js';
import { peopleRows } from './people-queries.js';
import type { PeopleQuery, PersonRow } from './people-queries.js';
import { EXPLAINED } from './count-words.js';
import { citizenshipName, TARGETS } from './words.js';

const STATUSES: Record<string, keyof typeof EXPLAINED> = {
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

/** The people behind a figure: 'people', a status, 'presences', 'minutes', or 'group ' and its key. */
export async function drillPeople(query: PeopleQuery, figure: string): Promise<Drill<PersonRow>> {
  const { by: _by, periodSet: _set, ...filter } = query;
  const status = STATUSES[figure];
  const rows = await peopleRows({ ...filter, ...meant(query, figure) });
  const named = status ?? (figure === 'presences' || figure === 'minutes' ? figure : 'people');
  const sum = (of: (row: PersonRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const sums: Record<string, string> = {
    presences: count(sum(({ presences }) => presences)),
    minutes: hours(sum(({ minutes }) => minutes)),
  };
  return {
    title: EXPLAINED[named].name,
    rule: EXPLAINED[named].rule,
    columns: [
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
    ],
    rows,
    rowKey: ({ id }) => id,
    sum: sums[named] ?? `${count(rows.length)} persone`,
  };
}
