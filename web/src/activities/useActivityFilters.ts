import { useMemo } from 'react';
import { useProjectContext } from '../frame/project-context.js';
import { useToday } from '../frame/today.js';
import { useUrlFilters, useUrlValue } from '../frame/useUrlFilters.js';
import type { ActivityQuery, State } from './activity-queries.js';
import { periodOf } from './period-of.js';

const NAMES = [
  'tipo',
  'azione',
  'partner',
  'persona',
  'stato',
  'prova',
  'dal',
  'al',
  'testo',
] as const;
export type FilterName = (typeof NAMES)[number];

/** Filters that the sums by month do not know. */
const NOT_IN_HOURS: FilterName[] = ['azione', 'partner', 'persona', 'stato', 'prova', 'testo'];

/** The filters of the address, and the same as a query of the API; the project is that of the context. */
export function useActivityFilters() {
  const { project } = useProjectContext();
  const today = useToday();
  const bar = useUrlFilters(NAMES);
  const [chosen, setPeriod] = useUrlValue('periodo');
  const period = chosen ?? '';
  const { filters } = bar;
  const query = useMemo<ActivityQuery>(
    () => ({
      ...(project && { projectId: [project.id] }),
      ...(filters.tipo && { kind: [filters.tipo] }),
      ...(filters.azione && { workItemId: [filters.azione] }),
      ...(filters.partner && { participationId: [filters.partner] }),
      ...(filters.persona && { personId: [filters.persona] }),
      ...(filters.stato && { state: [filters.stato as State] }),
      ...(filters.prova && { evidence: 'missing' as const }),
      ...(filters.testo && { text: filters.testo }),
      ...periodOf({ ...filters, periodo: period }, today).query,
    }),
    [filters, period, project, today],
  );
  const { untilToday, ahead } = periodOf({ ...filters, periodo: period }, today);
  const ignoredByHours = NOT_IN_HOURS.some((name) => filters[name] !== '');
  return { ...bar, period, setPeriod, project, query, untilToday, ahead, ignoredByHours };
}
