import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutbox1767000001000 implements MigrationInterface {
  name = 'CreateOutbox1767000001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(OUTBOX);
    await db.query(JOB);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE job, outbox');
  }
}

// Written in the business transaction; the queue only carries ids and may be lost at any time.
const OUTBOX = `
  CREATE TABLE outbox (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    topic text NOT NULL,
    payload jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    next_at timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    last_error text,
    delivered_at timestamptz,
    failed_at timestamptz,
    CONSTRAINT outbox_one_end CHECK (delivered_at IS NULL OR failed_at IS NULL)
  );
  CREATE INDEX outbox_due ON outbox (next_at) WHERE delivered_at IS NULL AND failed_at IS NULL;
`;

// A job is its outbox row seen by the person who asked: same id. project_id gets its foreign key with the table it names.
const JOB = `
  CREATE TABLE job (
    id uuid PRIMARY KEY REFERENCES outbox,
    kind text NOT NULL,
    subject_id uuid,
    project_id uuid,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    progress integer NOT NULL DEFAULT 0,
    total integer NOT NULL DEFAULT 1 CHECK (total > 0),
    message text,
    requested_by uuid REFERENCES app_user,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    ended_at timestamptz,
    CONSTRAINT job_progress_within CHECK (progress BETWEEN 0 AND total)
  );
  CREATE INDEX job_subject ON job (subject_id, created_at);
`;
