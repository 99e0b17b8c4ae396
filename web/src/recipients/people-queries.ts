import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import type { Schemas, QueryOf } from '../api/client.js';
import { firstRows } from '../api/everyPage.js';

export type PeopleCounts = Schemas['PeopleCounts'];
export type PeopleGroup = Schemas['PeopleGroup'];
export type PersonRow = Schemas['PersonRow'];
export type PeopleQuery = QueryOf<'/api/v1/people/counts'>;
type RowsQuery = QueryOf<'/api/v1/people/rows'>;

export const countsQuery = (query: PeopleQuery) =>
  queryOptions({
    queryKey: ['people', 'counts', query],
    queryFn: () => dataOf(api.GET('/api/v1/people/counts', { params: { query } })),
    placeholderData: keepPreviousData,
  });

export const peopleRows = (query: RowsQuery) =>
  firstRows((after) =>
    dataOf(
      api.GET('/api/v1/people/rows', {
        params: { query: { ...query, limit: 200, ...(after && { after }) } },
      }),
    ),
  );
