import { createHash, randomBytes } from 'node:crypto';

export const PROJECTS = 50;
export const WORK_ITEMS = 20;
export const MONTHS = 36;
export const KINDS = [
  'on_call_mediation',
  'family_meeting',
  'scheduled_desk',
  'l2_workshop',
  'intercultural_workshop',
];
export const WRITERS = 8;
const BATCH = 25_000;

/** Fills an empty database through our triggers, and answers the ids and tokens that the bench needs. */
export async function seed(db, { rows, withBareCopy }, connect) {
  await db.query(REGISTRY);
  const ground = { ...(await users(db)), ...(await places(db)) };
  await db.query(NUMBERED);
  await db.query(triggers('ENABLE ALWAYS'));
  await db.query(WITHOUT_INDEXES);
  await Promise.all([0, 1].map((half) => connect((one) => load(one, half, rows))));
  await db.query(WITH_INDEXES);
  await db.query(triggers('ENABLE'));
  if (withBareCopy) await db.query(BARE_COPY);
  await settle(db);
  return ground;
}

const REGISTRY = `
  INSERT INTO organisation (name, kind) SELECT 'Ente ' || n, 'association' FROM generate_series(1, 8) n;
  INSERT INTO person (name) SELECT 'Persona ' || n FROM generate_series(1, 1000) n;
  INSERT INTO project (slug, title, state, starts, ends)
    SELECT 'p-' || n, 'Progetto ' || n, 'active', '2023', '2025' FROM generate_series(1, ${PROJECTS}) n;
  INSERT INTO work_item (project_id, kind, code, title, starts, ends)
    SELECT p.id, 'action', 'A' || n, 'Azione numero ' || n, '2023', '2025' FROM project p, generate_series(1, ${WORK_ITEMS}) n;
  INSERT INTO participation (project_id, organisation_id, role)
    SELECT p.id, o.id, 'partner' FROM project p, (SELECT id FROM organisation ORDER BY id LIMIT 4) o;
`;

/** Eight writers with some six projects each, who all have the first one too; and a reader of all projects. */
async function users(db) {
  const writers = [];
  for (let n = 0; n < WRITERS; n++) {
    writers.push(
      await user(db, `Scrivente ${n + 1}`, 'coordinator', `n % ${WRITERS} = ${n} OR n = 0`),
    );
  }
  return { writers, reader: await user(db, 'Lettrice', 'manager', 'true') };
}

async function user(db, name, role, which) {
  const token = randomBytes(32).toString('base64url');
  const { rows } = await db.query(
    `INSERT INTO app_user (email, name) VALUES ($1, $2) RETURNING id`,
    [`${name.replace(' ', '.')}@example.org`, name],
  );
  const { id } = rows[0];
  await db.query(
    `INSERT INTO member (user_id, project_id, role)
     SELECT $1, id, $2 FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM project) p WHERE ${which}`,
    [id, role],
  );
  await db.query(
    `INSERT INTO session (user_id, token_hash, kind, expires_at) VALUES ($1, $2, 'browser', now() + interval '12 hours')`,
    [id, createHash('sha256').update(token).digest()],
  );
  return { id, token };
}

async function places(db) {
  const { rows } = await db.query(`
    SELECT p.id, (SELECT array_agg(w.id ORDER BY w.id) FROM work_item w WHERE w.project_id = p.id) AS "workItems",
      (SELECT array_agg(a.id ORDER BY a.id) FROM participation a WHERE a.project_id = p.id) AS participations
    FROM project p ORDER BY p.id`);
  const people = await db.query('SELECT id FROM person ORDER BY id');
  return { projects: rows, people: people.rows.map(({ id }) => id) };
}

// What was generated names nothing unknown: foreign keys rest while it is loaded, people, sums and audit do not.
const triggers = (mode) =>
  ['audit_insert', 'spread_insert', 'roll_insert']
    .map((name) => `ALTER TABLE activity ${mode} TRIGGER ${name};`)
    .join('');

// An index is built over what is there in a tenth of the time that row by row would take; it comes back as it was.
const WITHOUT_INDEXES = `
  CREATE TABLE bench_index AS
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS away,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS back
    FROM pg_constraint WHERE conrelid = 'activity_staff'::regclass AND contype = 'x'
    UNION ALL SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
    FROM pg_index WHERE indrelid IN ('activity'::regclass, 'activity_staff'::regclass, 'audit_entry'::regclass)
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid);
  DO $$ DECLARE step text; BEGIN FOR step IN SELECT away FROM bench_index LOOP EXECUTE step; END LOOP; END $$;
`;

const WITH_INDEXES = `
  DO $$ DECLARE step text; BEGIN FOR step IN SELECT back FROM bench_index LOOP EXECUTE step; END LOOP; END $$;
  DROP TABLE bench_index, bench_place;
`;

async function load(db, half, rows) {
  await db.query('SET session_replication_role = replica');
  for (let from = half * BATCH; from < rows; from += 2 * BATCH) {
    await db.query(ACTIVITIES, [from, Math.min(from + BATCH, rows) - 1, rows, KINDS]);
  }
}

const NUMBERED = `
  CREATE TABLE bench_place AS
  SELECT p.id AS project_id, w.id AS work_item_id, a.id AS participation_id, s.id AS person_id, (p.n + ${PROJECTS} * w.n)::int AS n
  FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM project) p
  JOIN (SELECT id, project_id, row_number() OVER (PARTITION BY project_id ORDER BY id) - 1 AS n FROM work_item) w ON w.project_id = p.id
  JOIN (SELECT id, project_id, row_number() OVER (PARTITION BY project_id ORDER BY id) - 1 AS n FROM participation) a
    ON a.project_id = p.id AND a.n = w.n % 4
  JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM person) s ON s.n = p.n + ${PROJECTS} * w.n;
  ANALYZE bench_place;
`;

// Month after month, as people log; 7919 has no factor in common with 5000 and so scatters project, kind and work item evenly.
// Each place has its person and each round its day and hour, so that nobody is in two places at once.
const ACTIVITIES = `
  INSERT INTO activity (project_id, work_item_id, participation_id, kind, state, day, start_time, end_time, minutes, place, note,
    participants, women, men, staff_ids)
  SELECT p.project_id, p.work_item_id, p.participation_id, ($4::text[])[r.kind + 1], 'done',
    (date '2023-01-01' + make_interval(months => r.month))::date + r.kind * 5 + r.round % 5,
    make_time(8 + 2 * (r.round / 5), 0, 0), make_time(9 + 2 * (r.round / 5), 30, 0), 90, 'Sede ' || p.n % 40,
    'Colloquio con la famiglia', 3, 2, 1, ARRAY[p.person_id]
  FROM (SELECT month, c % ${PROJECTS} + ${PROJECTS} * (c / 250) AS place, c / ${PROJECTS} % 5 AS kind, l / 5000 AS round
    FROM (SELECT m.month, l, (l * 7919) % 5000 AS c
      FROM generate_series($1::int, $2::int) i
      CROSS JOIN LATERAL (SELECT (i::bigint * ${MONTHS} / $3)::int AS month) m
      CROSS JOIN LATERAL (SELECT (i - (m.month::bigint * $3 + ${MONTHS - 1}) / ${MONTHS})::int AS l) o) n) r
  JOIN bench_place p ON p.n = r.place`;

/** What the chores of the program and of PostgreSQL have done some minutes after a burst of writes. */
export async function settle(db) {
  for (const chore of ['audit_seal_up()', `roll_up_quiet_slots('2026-01-01')`]) {
    for (let done = 1; done > 0;) {
      const { rows } = await db.query(`SELECT ${chore} AS done`);
      done = rows[0].done;
    }
  }
  await db.query('VACUUM (ANALYZE)');
  await db.query('CHECKPOINT');
}

// The baseline of every write: the same rows, indexes, keys and checks, and no trigger.
const BARE_COPY = `
  CREATE TABLE bare_activity (LIKE activity INCLUDING ALL);
  INSERT INTO bare_activity SELECT * FROM activity;
  ALTER TABLE bare_activity ADD FOREIGN KEY (project_id) REFERENCES project, ADD FOREIGN KEY (kind) REFERENCES activity_kind,
    ADD FOREIGN KEY (work_item_id, project_id) REFERENCES work_item (id, project_id),
    ADD FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id),
    ADD FOREIGN KEY (corrects_id) REFERENCES bare_activity;
`;
