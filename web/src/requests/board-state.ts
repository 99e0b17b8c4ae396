import { useQuery } from '@tanstack/react-query';
import { plural } from '../frame/format.js';
import { parseDay } from '../frame/parse.js';
import { useProjectContext } from '../frame/project-context.js';
import { useToday } from '../frame/today.js';
import { figuresQuery } from './request-queries.js';
import type { RequestQuery, RequestState } from './request-queries.js';

/** The project of the context as a filter, or all of mine. */
export function useScopeQuery(): { projectId?: string[] } {
  const { project } = useProjectContext();
  return project ? { projectId: [project.id] } : {};
}

/** Who asked and when it came in, as the bars of the list and of the figures have it. */
export function useAskedQuery({ ente, dal, al }: Record<'ente' | 'dal' | 'al', string>) {
  const today = useToday();
  const from = parseDay(dal, today);
  const to = parseDay(al, today);
  return {
    ...useScopeQuery(),
    ...(ente && { organisationId: [ente] }),
    ...(from && { from }),
    ...(to && { to }),
  } satisfies RequestQuery;
}

/** '4 da smistare, 12 svolte da confermare, 2 contestate'. */
export function useBoardState(): string {
  const { data } = useQuery(figuresQuery(useScopeQuery()));
  if (!data) return '';
  const of = (state: RequestState) =>
    data.byState.find((one) => one.state === state)?.requests ?? 0;
  const words = [
    `${plural(of('received'), 'richiesta', 'richieste')} da smistare`,
    `${of('delivered')} da confermare`,
    of('contested') > 0 && plural(of('contested'), 'contestata', 'contestate'),
  ];
  return words.filter(Boolean).join(' · ');
}
