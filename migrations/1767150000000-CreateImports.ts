import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateImports1767150000000 implements MigrationInterface {
  name = 'CreateImports1767150000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(IMPORTS);
    await db.query(ROWS);
    await db.query(MAPPINGS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE import_mapping, import_result, import_row, file_import');
  }
}

const IMPORTS = `
  CREATE TABLE file_import (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    target text NOT NULL CHECK (target IN ('activities', 'organisations', 'contracts', 'enrolments')),
    file_name text NOT NULL,
    sha256 text NOT NULL,
    shape text NOT NULL,
    columns text[] NOT NULL,
    mapping jsonb,
    rows integer NOT NULL DEFAULT 0,
    good integer NOT NULL DEFAULT 0,
    bad integer NOT NULL DEFAULT 0,
    already integer NOT NULL DEFAULT 0,
    state text NOT NULL CHECK (state IN ('read', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone')),
    failure text,
    job_id uuid,
    checked_at timestamptz,
    applied_at timestamptz,
    undone_at timestamptz,
    UNIQUE (id, project_id)
  );
  SELECT house_columns('file_import');
  CREATE INDEX file_import_project ON file_import (project_id, id DESC);
  CREATE INDEX file_import_same ON file_import (sha256);
  SELECT audit_table('file_import');
`;

// What the file says, and what became of it: both are written by COPY and go away together.
const ROWS = `
  CREATE TABLE import_row (
    import_id uuid NOT NULL REFERENCES file_import ON DELETE CASCADE,
    line integer NOT NULL,
    cells text[] NOT NULL,
    PRIMARY KEY (import_id, line)
  );
  CREATE TABLE import_result (
    import_id uuid NOT NULL REFERENCES file_import ON DELETE CASCADE,
    line integer NOT NULL,
    state text NOT NULL CHECK (state IN ('good', 'bad', 'already')),
    row_id uuid NOT NULL DEFAULT uuidv7(),
    fingerprint bytea,
    row jsonb,
    errors jsonb,
    PRIMARY KEY (import_id, line)
  );
  CREATE INDEX import_result_same ON import_result (fingerprint) WHERE state = 'good';
  CREATE INDEX import_result_bad ON import_result (import_id, line) WHERE state = 'bad';
`;

const MAPPINGS = `
  CREATE TABLE import_mapping (
    user_id uuid NOT NULL REFERENCES app_user,
    target text NOT NULL,
    shape text NOT NULL,
    mapping jsonb NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, target, shape)
  );
`;
