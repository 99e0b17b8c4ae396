import { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepBatchesDraftsAndViews1767130000000 implements MigrationInterface {
  name = 'KeepBatchesDraftsAndViews1767130000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(BATCHES);
    await db.query(DRAFTS);
    await db.query(VIEWS);
    await db.query(KINDS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER audit_insert ON activity_kind;
      DROP TRIGGER audit_update ON activity_kind;
      DROP TRIGGER audit_delete ON activity_kind;
      DROP TRIGGER house_touch ON activity_kind;
      ALTER TABLE activity_kind DROP COLUMN id, DROP COLUMN created_at, DROP COLUMN created_by, DROP COLUMN updated_at,
        DROP COLUMN updated_by, DROP COLUMN version;
      DROP TABLE saved_view, draft, activity_batch;
    `);
  }
}

// What one save did to each row, and how the row was before: enough to take all of it back at once.
const BATCHES = `
  CREATE TABLE activity_batch (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    made_by uuid NOT NULL REFERENCES app_user,
    made_at timestamptz NOT NULL DEFAULT now(),
    rows jsonb NOT NULL,
    undone_at timestamptz
  );
  CREATE INDEX activity_batch_age ON activity_batch (made_at);
`;

// What somebody was typing and had not saved: their own, one for each form.
const DRAFTS = `
  CREATE TABLE draft (
    user_id uuid NOT NULL REFERENCES app_user,
    form text NOT NULL CHECK (form IN ('activity')),
    body jsonb NOT NULL,
    kept_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, form)
  );
`;

const VIEWS = `
  CREATE TABLE saved_view (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    user_id uuid NOT NULL REFERENCES app_user,
    project_id uuid REFERENCES project,
    page text NOT NULL CHECK (page IN ('activities', 'pivot')),
    name text NOT NULL,
    address text NOT NULL,
    shared boolean NOT NULL DEFAULT false,
    opens_first boolean NOT NULL DEFAULT false,
    CONSTRAINT saved_view_once UNIQUE (user_id, page, name),
    CONSTRAINT saved_view_shared_in_a_project CHECK (NOT shared OR project_id IS NOT NULL)
  );
  SELECT house_columns('saved_view');
  CREATE UNIQUE INDEX saved_view_first ON saved_view (user_id, page) WHERE opens_first;
  CREATE INDEX saved_view_project ON saved_view (project_id) WHERE shared;
  SELECT audit_table('saved_view');
`;

// Kinds are data that users change: they leave a trail like all the rest.
const KINDS = `
  ALTER TABLE activity_kind ADD COLUMN id uuid NOT NULL DEFAULT uuidv7() UNIQUE;
  SELECT house_columns('activity_kind');
  SELECT audit_table('activity_kind');
`;
