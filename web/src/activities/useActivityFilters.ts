import { useMemo } from 'react';
import { useMe } from '../api/session.js';
import { useUrlFilters } from '../frame/useUrlFilters.js';
import type { ActivityQuery, State } from './activity-queries.js';

const NAMES = [
  'progetto',
  'tipo',
  'azione',
  'partner',
  'persona',
  'stato',
  'dal',
  'al',
  'testo',
] as const;
export type FilterName = (typeof NAMES)[number];

/** Filters that the sums by month do not know. */
const NOT_IN_HOURS: FilterName[] = ['azione', 'partner', 'persona', 'stato', 'testo'];

/** The filters of the address, and the same as a query of the API. */
export function useActivityFilters() {
  const { projects } = useMe();
  const { filters, set, clear, active } = useUrlFilters(NAMES);
  const project = projects.find(({ slug }) => slug === filters.progetto) ?? null;
  const query = useMemo<ActivityQuery>(
    () => ({
      ...(project && { projectId: [project.id] }),
      ...(filters.tipo && { kind: [filters.tipo] }),
      ...(filters.azione && { workItemId: [filters.azione] }),
      ...(filters.partner && { participationId: [filters.partner] }),
      ...(filters.persona && { personId: [filters.persona] }),
      ...(filters.stato && { state: [filters.stato as State] }),
      ...(filters.dal && { from: filters.dal }),
      ...(filters.al && { to: filters.al }),
      ...(filters.testo && { text: filters.testo }),
    }),
    [filters, project],
  );
  const ignoredByHours = NOT_IN_HOURS.some((name) => filters[name] !== '');
  return { filters, set, clear, active, project, query, ignoredByHours };
}
