import { api, dataOf, keyHeader } from '../api/client.js';
import { isProblem, ProblemError } from '../api/problem.js';
import type { Schemas } from '../api/client.js';

/** Each row says of which project it is. */
export type BatchBody = Schemas['SaveBatchOfProjects'];
export type Batch = Schemas['BatchView'];
export type BatchRow = NonNullable<BatchBody['rows']>[number];

/** All or nothing; throws the errors of all rows. */
export const saveBatch = (body: BatchBody, key?: string) =>
  dataOf(api.POST('/api/v1/activity-batches', { headers: key ? keyHeader(key) : {}, body }));

/** A batch of one row, which has the same way back as many; what is refused is told as of the row alone. */
export async function saveOne(row: BatchRow, key?: string) {
  const { id, items } = await saveBatch({ rows: [row] }, key).catch((error: unknown) => {
    throw isProblem(error) && error.code === 'activity.batch' ? ofOneRow(error) : error;
  });
  return { batchId: id, activity: items[0]! };
}

function ofOneRow({ status, code, errors, requestId, message }: ProblemError): ProblemError {
  const whole = errors.find(({ path }) => path === 'rows.0');
  const fields = errors
    .filter((error) => error !== whole)
    .map((error) => ({ ...error, path: error.path.replace(/^rows\.0\./, '') }));
  const detail = whole?.message ?? fields[0]?.message ?? message;
  return new ProblemError({ status, code, errors: fields, requestId, detail });
}

export const undoBatch = (batchId: string) =>
  dataOf(api.POST('/api/v1/activity-batches/{batchId}/undo', { params: { path: { batchId } } }));
