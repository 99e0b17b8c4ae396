import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type Content = Schemas['ContentView'];
export type ContentFeed = Schemas['ContentFeedView'];

export const feedsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['contents', 'feeds', projectId],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/content-feeds', {
            params: { path: { projectId } },
          }),
        )
      ).items,
  });

export const sheetQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['contents', 'sheet', projectId],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/projects/{projectId}/public-sheet', { params: { path: { projectId } } }),
      ),
  });

export const showSheet = (projectId: string, shown: boolean) =>
  dataOf(
    api.PUT('/api/v1/projects/{projectId}/public-sheet', {
      params: { path: { projectId } },
      body: { shown },
    }),
  );

const at = ({ projectId, id }: Pick<Content, 'projectId' | 'id'>) => ({
  path: { projectId, contentId: id },
});

export const addContent = (projectId: string, body: Schemas['AddContent'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/contents', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const changeContent = (content: Content, body: Schemas['ChangeContent'], key: string) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/contents/{contentId}', {
      params: at(content),
      headers: editHeaders(content.version, key),
      body,
    }),
  );

export const publishContent = (content: Content, publishedOn: string, key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/contents/{contentId}/publish', {
      params: at(content),
      headers: editHeaders(content.version, key),
      body: { publishedOn },
    }),
  );

export const withdrawContent = (content: Content, reason: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/contents/{contentId}/withdraw', {
      params: at(content),
      headers: editHeaders(content.version),
      body: { reason },
    }),
  );

export const addFeed = (projectId: string, body: Schemas['AddContentFeed'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/content-feeds', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const changeFeed = (
  projectId: string,
  feed: ContentFeed,
  body: Schemas['ChangeContentFeed'],
  key?: string,
) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/content-feeds/{contentFeedId}', {
      params: { path: { projectId, contentFeedId: feed.id } },
      headers: editHeaders(feed.version, key),
      body,
    }),
  );

/** After a write: contents, feeds, and the work that they count as. */
export function useContentsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['contents'] }),
      client.invalidateQueries({ queryKey: ['activities'] }),
    ]);
  };
}
