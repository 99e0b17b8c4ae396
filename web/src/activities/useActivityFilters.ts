import { useMemo } from 'react';
import { useProjectContext } from '../frame/project-context.js';
import { useToday } from '../frame/today.js';
import { useUrlFilters, useUrlValue } from '../frame/useUrlFilters.js';
import type { ActivityQuery } from './activity-queries.js';
import { quarterSpan } from './quarter-choices.js';
import { periodOf } from './period-of.js';
import { useActivityOrder } from './useActivityOrder.js';

export const FILTERS = [
  'tipo',
  'azione',
  'partner',
  'persona',
  'stato',
  'prova',
  'territorio',
  'lingua',
  'rendicontate',
  'trimestre',
  'dal',
  'al',
  'testo',
] as const;
export type FilterName = (typeof FILTERS)[number];

/** The only filters that the sums by month know. */
const IN_HOURS: readonly FilterName[] = ['tipo', 'trimestre', 'dal', 'al'];

/** The filters of the address, and the same as a query of the API; the project is that of the context. */
export function useActivityFilters() {
  const { project } = useProjectContext();
  const today = useToday();
  const bar = useUrlFilters(FILTERS);
  const [chosen, setPeriod] = useUrlValue('periodo');
  const period = chosen ?? '';
  const { filters } = bar;
  const query = useMemo<ActivityQuery>(
    () => ({
      ...(project && { projectId: [project.id] }),
      ...chosenOf(filters),
      ...periodOf({ ...spanOf(filters), periodo: period }, today).query,
    }),
    [filters, period, project, today],
  );
  const { untilToday, ahead } = periodOf({ ...spanOf(filters), periodo: period }, today);
  const { sort, order } = useActivityOrder(ahead);
  const ignoredByHours = FILTERS.some((name) => filters[name] !== '' && !IN_HOURS.includes(name));
  return {
    ...bar,
    period,
    setPeriod,
    project,
    query,
    untilToday,
    ahead,
    ignoredByHours,
    sort,
    order,
  };
}

/** A quarter says both days. */
function spanOf(filters: Record<FilterName, string>) {
  const quarter = quarterSpan(filters.trimestre);
  return quarter ? { ...filters, dal: quarter.from, al: quarter.to } : filters;
}

const LISTS = {
  tipo: 'kind',
  azione: 'workItemId',
  partner: 'participationId',
  persona: 'personId',
  stato: 'state',
  territorio: 'territoryId',
  lingua: 'language',
} as const;

const REPORTED = { no: 'no', si: 'yes' } as const;

/** The filters that were chosen, as the API names them. */
function chosenOf(filters: Record<FilterName, string>): ActivityQuery {
  const query: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(LISTS) as [keyof typeof LISTS, string][])
    if (filters[name]) query[field] = [filters[name]];
  if (filters.prova) query['evidence'] = 'missing';
  if (filters.rendicontate === 'no' || filters.rendicontate === 'si')
    query['reported'] = REPORTED[filters.rendicontate];
  if (filters.testo) query['text'] = filters.testo;
  return query;
}
