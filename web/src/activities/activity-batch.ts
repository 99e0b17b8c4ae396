import { api, dataOf, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';

/** Each row says of which project it is. */
export type BatchBody = Schemas['SaveBatchOfProjects'];
export type BatchRow = NonNullable<BatchBody['rows']>[number];

/** All or nothing; throws the errors of all rows. */
export const saveBatch = (body: BatchBody, key?: string) =>
  dataOf(api.POST('/api/v1/activity-batches', { headers: key ? keyHeader(key) : {}, body }));

export const undoBatch = (batchId: string) =>
  dataOf(api.POST('/api/v1/activity-batches/{batchId}/undo', { params: { path: { batchId } } }));
