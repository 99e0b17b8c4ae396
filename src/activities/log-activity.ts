import type { DataSource } from 'typeorm';
import { requestContext } from '../platform/context.js';
import { prepared } from '../platform/prepared.js';
import { otherBody, retrying } from '../platform/write.js';
import type { ActivityView } from './activity.dto.js';

/** Everything of the answer but what the database gives. */
export type NewActivity = Omit<ActivityView, 'id' | 'version'>;

// The one hot write: author, key, row and answer in a single statement; the triggers spread, sum and audit in the same transaction.
const INSERT = `
  WITH this AS MATERIALIZED (
    SELECT uuidv7() AS id, set_config('app.user_id', $1, true), set_config('app.request_id', $2, true)),
  claimed AS (
    INSERT INTO idempotency_key (user_id, key, body_hash, answer)
    SELECT $1::uuid, $3, $4, $5::jsonb || jsonb_build_object('id', this.id) FROM this WHERE $3::text IS NOT NULL
    ON CONFLICT DO NOTHING RETURNING key)
  INSERT INTO activity (id, created_by, updated_by, project_id, work_item_id, participation_id, kind, state, day, ends_on,
    start_time, end_time, minutes, quantity, place, note, participants, women, men, staff_ids, organisation_ids, late, corrects_id)
  SELECT this.id, $1::uuid, $1::uuid, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25
  FROM this WHERE $3::text IS NULL OR EXISTS (SELECT FROM claimed)
  RETURNING id`;

/** Inserts a checked activity and answers it; a repeated request gets its first answer. */
export async function insertActivity(
  source: DataSource,
  activity: NewActivity,
): Promise<ActivityView> {
  const {
    userId = null,
    requestId = '',
    idempotencyKey = null,
    bodyHash = null,
  } = requestContext.get() ?? {};
  const answer: ActivityView = { id: '', ...activity, version: 1 };
  const values = [
    userId,
    requestId,
    idempotencyKey,
    bodyHash,
    JSON.stringify(answer),
    ...columnsOf(activity),
  ];
  const [row] = await retrying(() =>
    prepared<{ id: string }>(source, 'activity-insert', INSERT, values),
  );
  return row ? { ...answer, id: row.id } : earlierAnswer(source, userId, idempotencyKey, bodyHash);
}

const columnsOf = (a: NewActivity): unknown[] => [
  a.projectId,
  a.workItemId,
  a.participationId,
  a.kind,
  a.state,
  a.day,
  a.endsOn,
  a.startTime,
  a.endTime,
  a.minutes,
  a.quantity,
  a.place,
  a.note,
  a.participants,
  a.women,
  a.men,
  a.staffIds,
  a.organisationIds,
  a.late,
  a.correctsId,
];

async function earlierAnswer(
  source: DataSource,
  userId: string | null,
  key: string | null,
  bodyHash: Buffer | null,
): Promise<ActivityView> {
  const [earlier] = await prepared<{ body_hash: Buffer; answer: ActivityView }>(
    source,
    'activity-replay',
    'SELECT body_hash, answer FROM idempotency_key WHERE user_id = $1 AND key = $2',
    [userId, key],
  );
  if (!earlier || !bodyHash || !earlier.body_hash.equals(bodyHash)) throw otherBody();
  return earlier.answer;
}
