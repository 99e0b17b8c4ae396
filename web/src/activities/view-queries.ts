import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, editHeaders } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type SavedView = Schemas['SavedViewView'];
export type ViewPage = SavedView['page'];

export const viewsQuery = (page: ViewPage) =>
  queryOptions({
    queryKey: ['views', page],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/views', { params: { query: { page: [page] } } }))).items,
    staleTime: 60_000,
  });

export const addView = (body: Schemas['AddView']) => dataOf(api.POST('/api/v1/views', { body }));

export const changeView = ({ id, version }: SavedView, body: Schemas['ChangeView']) =>
  dataOf(
    api.PATCH('/api/v1/views/{viewId}', {
      params: { path: { viewId: id } },
      headers: editHeaders(version),
      body,
    }),
  );

export const removeView = ({ id, version }: SavedView) =>
  dataOf(
    api.DELETE('/api/v1/views/{viewId}', {
      params: { path: { viewId: id } },
      headers: editHeaders(version),
    }),
  );
