import { PEOPLE_QUERIES } from './people-statements.mjs';

const COLUMNS = `created_by, updated_by, project_id, work_item_id, participation_id, kind, state, day, start_time, end_time,
  minutes, place, note, participants, women, men, staff_ids`;

/** One row into the copy without triggers. */
export const BARE_INSERT = {
  name: 'bare-insert',
  text: `INSERT INTO bare_activity (${COLUMNS})
    VALUES ($1, $1, $2, $3, $4, $5, 'done', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
};

/** The least SQL that writes what the program writes: author, key with its answer, row; people, sums and audit by the triggers. */
export const BARE_STATEMENT = {
  name: 'bare-statement',
  text: `WITH this AS MATERIALIZED (
      SELECT uuidv7() AS id, set_config('app.user_id', $1::text, true), set_config('app.request_id', $16, true)),
    claimed AS (
      INSERT INTO idempotency_key (user_id, key, body_hash, answer)
      SELECT $1::uuid, $17, $18, $19::jsonb || jsonb_build_object('id', this.id) FROM this ON CONFLICT DO NOTHING RETURNING key)
    INSERT INTO activity (id, ${COLUMNS})
    SELECT this.id, $1::uuid, $1::uuid, $2, $3, $4, $5, 'done', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
    FROM this WHERE EXISTS (SELECT FROM claimed)
    RETURNING id`,
};

export const bareValues = (userId, a) => [
  userId,
  a.projectId,
  a.workItemId,
  a.participationId,
  a.kind,
  a.day,
  a.startTime,
  a.endTime,
  a.minutes,
  a.place,
  a.note,
  a.participants,
  a.women,
  a.men,
  a.staffIds,
];

/** A page of one project and period, newest first, cut before its names are joined. */
const BARE_PAGE = {
  name: 'bare-page',
  text: `WITH page AS MATERIALIZED (
      SELECT activity.* FROM (SELECT id FROM activity WHERE project_id = $1 AND day BETWEEN $2 AND $3
        ORDER BY day DESC, id DESC LIMIT 51) newest JOIN activity USING (id))
    SELECT p.*, j.title AS project_title, k.label AS kind_label, w.code AS work_item_code, w.title AS work_item_title,
      o.name AS partner_name, ARRAY(SELECT s.name FROM person s WHERE s.id = ANY(p.staff_ids)) AS staff_names
    FROM page p JOIN project j ON j.id = p.project_id JOIN activity_kind k ON k.code = p.kind JOIN work_item w ON w.id = p.work_item_id
    LEFT JOIN participation a ON a.id = p.participation_id LEFT JOIN organisation o ON o.id = a.organisation_id
    ORDER BY p.day DESC, p.id DESC`,
};

const BY_MONTH = (columns, source) =>
  `SELECT project_id, kind, ${columns} FROM ${source} GROUP BY 1, 2, 3`;

const HOURS_FROM_ROWS = {
  name: 'hours-rows',
  text: BY_MONTH(
    `date_trunc('month', day) AS month, count(*), sum(minutes), sum(quantity)`,
    `activity WHERE state IN ('done', 'confirmed')`,
  ),
};

const HOURS_FROM_SUMS = {
  name: 'hours-sums',
  text: BY_MONTH('month, sum(activities), sum(minutes), sum(quantity)', 'activity_month'),
};

/** What the bench reads without the program, by name. */
export const QUERIES = { BARE_PAGE, HOURS_FROM_ROWS, HOURS_FROM_SUMS, ...PEOPLE_QUERIES };
