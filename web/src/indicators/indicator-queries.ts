import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { firstRows } from '../api/everyPage.js';

export type Indicator = Schemas['IndicatorView'];
export type IndicatorRow = Schemas['IndicatorRow'];
export type IndicatorPerson = Schemas['IndicatorPerson'];

const INDICATORS = '/api/v1/projects/{projectId}/indicators';
const INDICATOR = `${INDICATORS}/{indicatorId}` as const;

export const indicatorsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['indicators', projectId],
    queryFn: async () =>
      (await dataOf(api.GET(INDICATORS, { params: { path: { projectId } } }))).items,
  });

const asked = (projectId: string, indicatorId: string, after: string | undefined) => ({
  params: { path: { projectId, indicatorId }, query: { limit: 200, ...(after && { after }) } },
});

/** What an indicator has reached by now. */
export const indicatorNow = (projectId: string, indicatorId: string): Promise<Indicator> =>
  dataOf(api.GET(INDICATOR, { params: { path: { projectId, indicatorId } } }));

/** The activities that an indicator adds up. */
export const indicatorRows = (projectId: string, id: string) =>
  firstRows((after) => dataOf(api.GET(`${INDICATOR}/rows`, asked(projectId, id, after))));

/** The people whom an indicator counts. */
export const indicatorPeople = (projectId: string, id: string) =>
  firstRows((after) => dataOf(api.GET(`${INDICATOR}/people`, asked(projectId, id, after))));

export const addIndicator = (projectId: string, body: Schemas['NewIndicator'], key: string) =>
  dataOf(api.POST(INDICATORS, { params: { path: { projectId } }, headers: keyHeader(key), body }));

export const changeIndicator = (
  projectId: string,
  { id, version }: Indicator,
  body: Schemas['ChangeIndicator'],
  key: string,
) =>
  dataOf(
    api.PATCH(INDICATOR, {
      params: { path: { projectId, indicatorId: id } },
      headers: editHeaders(version, key),
      body,
    }),
  );

/** Reads indicators, and the sheets that show them, again. */
export function useIndicatorsChanged(projectId: string): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['indicators', projectId] }),
      client.invalidateQueries({ queryKey: ['reports', projectId] }),
    ]);
}
