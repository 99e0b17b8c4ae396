import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, editHeaders } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type Identity = Schemas['IdentityView'];
export type IdentityInput = Schemas['IdentityInput'];
export type Duplicate = Schemas['Duplicate'];
export type Merge = Schemas['MergeView'];

const IDENTITY = '/api/v1/projects/{projectId}/recipients/{recipientId}/identity';

export const identityQuery = (projectId: string, recipientId: string) =>
  queryOptions({
    queryKey: ['recipients', projectId, recipientId, 'identity'],
    queryFn: () => dataOf(api.GET(IDENTITY, { params: { path: { projectId, recipientId } } })),
  });

/** Never kept in the cache of queries: it is gone when the panel closes. */
export const readIdentity = (projectId: string, recipientId: string, purpose: string) =>
  dataOf(
    api.POST(`${IDENTITY}/read`, {
      params: { path: { projectId, recipientId } },
      body: { purpose },
    }),
  );

/** `version` is that of the code when its identity was read. */
export const keepIdentity = (
  projectId: string,
  { recipientId, version }: { recipientId: string; version: number },
  body: IdentityInput,
  key: string,
) =>
  dataOf(
    api.PUT(IDENTITY, {
      params: { path: { projectId, recipientId } },
      headers: editHeaders(version, key),
      body,
    }),
  );

const RECIPIENT = '/api/v1/projects/{projectId}/recipients/{recipientId}';

/** Erases who somebody is, restricts the processing of it, or takes the restriction back. */
export const closeIdentity = (
  projectId: string,
  recipientId: string,
  body: Schemas['Erasure'],
): Promise<unknown> =>
  dataOf(api.POST(`${RECIPIENT}/erasure`, { params: { path: { projectId, recipientId } }, body }));

/** All that is kept of one person, as a file to hand over: to read, or for another program. */
export async function exportPerson(
  projectId: string,
  recipientId: string,
  { purpose, format }: { purpose: string; format: 'pdf' | 'json' },
): Promise<Blob> {
  const asked = { params: { path: { projectId, recipientId } }, body: { purpose } };
  if (format === 'pdf')
    return dataOf<unknown>(
      api.POST(`${RECIPIENT}/export.pdf`, { ...asked, parseAs: 'blob' }),
    ) as Promise<Blob>;
  const data = await dataOf(api.POST(`${RECIPIENT}/export`, asked));
  return new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' });
}

export type Retention = Schemas['RetentionView'];

const RETENTION = '/api/v1/projects/{projectId}/retention';

export const retentionQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['recipients', projectId, 'retention'],
    queryFn: () => dataOf(api.GET(RETENTION, { params: { path: { projectId } } })),
  });

export const setRetention = (
  projectId: string,
  version: number,
  body: Schemas['RetentionInput'],
  key: string,
) =>
  dataOf(
    api.PUT(RETENTION, {
      params: { path: { projectId } },
      headers: editHeaders(version, key),
      body,
    }),
  );

export const duplicatesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['recipients', projectId, 'duplicates'],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/duplicates', { params: { path: { projectId } } }),
        )
      ).items,
  });

export const mergesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['recipients', projectId, 'merges'],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/merges', { params: { path: { projectId } } }),
        )
      ).items,
  });

export const mergeCodes = (projectId: string, { oneId, otherId }: Duplicate, reason: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/merges', {
      params: { path: { projectId } },
      body: { keptId: oneId, goneId: otherId, reason },
    }),
  );

export const dismissDuplicate = (projectId: string, { oneId, otherId }: Duplicate) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/duplicates/dismiss', {
      params: { path: { projectId } },
      body: { oneId, otherId },
    }),
  );

export const undoMerge = (projectId: string, mergeId: string, reason: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/merges/{mergeId}/undo', {
      params: { path: { projectId, mergeId } },
      body: { reason },
    }),
  );
