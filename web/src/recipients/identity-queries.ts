import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, keyHeader } from '../api/client.js';
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

export const keepIdentity = (
  projectId: string,
  recipientId: string,
  body: IdentityInput,
  key: string,
) =>
  dataOf(
    api.PUT(IDENTITY, {
      params: { path: { projectId, recipientId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const eraseIdentity = (projectId: string, recipientId: string, reason: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/recipients/{recipientId}/erasure', {
      params: { path: { projectId, recipientId } },
      body: { how: 'erase', reason },
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
