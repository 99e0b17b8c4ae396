import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import type { Schemas, QueryOf } from '../api/client.js';
import { everyPage } from '../api/everyPage.js';

export type Activity = Schemas['ActivityView'];
export type ActivityRow = Schemas['ActivityRow'];
export type Kind = Schemas['KindView'];
export type State = Activity['state'];

/** The filters as the API wants them; the list, its totals and its export take the same. */
export type ActivityQuery = QueryOf<'/api/v1/activities/totals'>;

/** Work that is to come is summed apart: the totals of such a query are of what is planned. */
export const asksPlanned = ({ state }: ActivityQuery): boolean =>
  state !== undefined && state.every((one) => one === 'planned');

const MONTHS = 30 * 60_000;

export const kindsQuery = queryOptions({
  queryKey: ['activity-kinds'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/activity-kinds'))).items,
  staleTime: MONTHS,
});

export const totalsQuery = (query: ActivityQuery) =>
  queryOptions({
    queryKey: ['activities', 'totals', query],
    queryFn: () => dataOf(api.GET('/api/v1/activities/totals', { params: { query } })),
    placeholderData: keepPreviousData,
  });

/** Done and confirmed work of one project, kind and month. */
export type HoursCell = Omit<Schemas['HoursRow'], 'months'> & Schemas['HoursMonth'];

export const hoursQuery = (query: Pick<ActivityQuery, 'projectId' | 'kind' | 'from' | 'to'>) =>
  queryOptions({
    queryKey: ['hours', query],
    queryFn: async (): Promise<HoursCell[]> => {
      const { items } = await dataOf(api.GET('/api/v1/hours', { params: { query } }));
      return items.flatMap(({ months, ...row }) => months.map((month) => ({ ...row, ...month })));
    },
    placeholderData: keepPreviousData,
  });

const DONE: ActivityQuery['state'] = ['done', 'confirmed'];

/** The oldest done activity of a project; null while it has none. */
export const firstActivityQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['activities', 'first', projectId],
    queryFn: async () => {
      const query = { projectId: [projectId], state: DONE, limit: 1 };
      const { items } = await dataOf(
        api.GET('/api/v1/activities', { params: { query: { ...query, order: 'oldest' } } }),
      );
      return items[0] ?? null;
    },
  });

export const activityQuery = (projectId: string, activityId: string) =>
  queryOptions({
    queryKey: ['activities', 'one', activityId],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/projects/{projectId}/activities/{activityId}', {
          params: { path: { projectId, activityId } },
        }),
      ),
  });

export const workItemsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['work-items', projectId],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/work-items', { params: { path: { projectId } } }),
        )
      ).items,
    enabled: projectId !== '',
    staleTime: 60_000,
  });

export const participationsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['participations', projectId, 'all'],
    queryFn: () =>
      everyPage((after) =>
        dataOf(
          api.GET('/api/v1/projects/{projectId}/participations', {
            params: { path: { projectId }, query: { limit: 200, ...(after && { after }) } },
          }),
        ),
      ),
    enabled: projectId !== '',
    staleTime: 60_000,
  });

/** The address of the file of a filter: a plain link; CSV is streamed by the server, the others are workbooks. */
export function exportAddress(
  query: ActivityQuery,
  format: 'csv' | 'xlsx' | 'ods' = 'csv',
): string {
  const params = new URLSearchParams(format === 'csv' ? {} : { format });
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) if (one) params.append(name, String(one));
  }
  return `/api/v1/activities/export${format === 'csv' ? '.csv' : ''}?${params}`;
}
