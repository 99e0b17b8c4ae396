import { api, dataOf, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type BatchBody = Schemas['SaveBatch'];

/** All or nothing; throws the errors of all rows. */
export const saveBatch = (projectId: string, body: BatchBody, key?: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/activity-batches', {
      params: { path: { projectId } },
      headers: key ? keyHeader(key) : {},
      body,
    }),
  );

export const undoBatch = (projectId: string, batchId: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/activity-batches/{batchId}/undo', {
      params: { path: { projectId, batchId } },
    }),
  );
