import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIndicators1767040000000 implements MigrationInterface {
  name = 'CreateIndicators1767040000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(INDICATOR);
    await db.query(PROJECT_OF_JOBS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE job DROP CONSTRAINT job_project;
      DROP TABLE indicator;
    `);
  }
}

// No kinds means every kind; no work item means the whole project. A target of minutes is in minutes.
const INDICATOR = `
  CREATE TABLE indicator (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    work_item_id uuid,
    code text NOT NULL CHECK (code <> ''),
    label text NOT NULL CHECK (label <> ''),
    unit text NOT NULL CHECK (unit <> ''),
    measure text NOT NULL CHECK (measure IN ('sum_minutes', 'sum_quantity', 'count')),
    kinds text[] NOT NULL DEFAULT '{}',
    target numeric(12,2) NOT NULL CHECK (target >= 0),
    position integer NOT NULL DEFAULT 0,
    note text,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    CONSTRAINT indicator_code_once UNIQUE (project_id, code),
    FOREIGN KEY (work_item_id, project_id) REFERENCES work_item (id, project_id),
    CONSTRAINT indicator_whole_target CHECK (measure = 'sum_quantity' OR target = trunc(target))
  );
  SELECT house_columns('indicator');
  SELECT audit_table('indicator');
`;

// Jobs came first and could not name this table yet.
const PROJECT_OF_JOBS = `
  ALTER TABLE job ADD CONSTRAINT job_project FOREIGN KEY (project_id) REFERENCES project;
`;
