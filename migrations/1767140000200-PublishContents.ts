import { MigrationInterface, QueryRunner } from 'typeorm';

export class PublishContents1767140000200 implements MigrationInterface {
  name = 'PublishContents1767140000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CONTENTS);
    await db.query(FEEDS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE public_sheet, content_feed, content');
  }
}

// Publishing logs an activity of its work item: that is how it counts there.
const CONTENTS = `
  CREATE TABLE content (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    work_item_id uuid NOT NULL,
    title text NOT NULL,
    url text NOT NULL,
    summary text,
    themes text[] NOT NULL DEFAULT '{}',
    territory_id uuid REFERENCES territory,
    languages text[] NOT NULL DEFAULT '{it}',
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'withdrawn')),
    published_on date,
    published_at timestamptz,
    withdrawn_at timestamptz,
    withdraw_reason text,
    activity_id uuid,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (work_item_id, project_id) REFERENCES work_item (id, project_id),
    FOREIGN KEY (activity_id, project_id) REFERENCES activity (id, project_id),
    CONSTRAINT content_published CHECK (state = 'draft' OR (published_on IS NOT NULL AND published_at IS NOT NULL)),
    CONSTRAINT content_withdrawn CHECK ((state = 'withdrawn') = (withdraw_reason IS NOT NULL) AND (state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CONSTRAINT content_languages CHECK (cardinality(languages) > 0)
  );
  SELECT house_columns('content');
  CREATE INDEX content_project ON content (project_id, id DESC);
  CREATE INDEX content_public ON content (project_id, published_on DESC, id DESC) WHERE state = 'published';
  SELECT audit_table('content');
`;

const FEEDS = `
  CREATE TABLE content_feed (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    title text NOT NULL,
    description text,
    theme text,
    territory_id uuid REFERENCES territory,
    language text,
    sites text[] NOT NULL DEFAULT '{}',
    open boolean NOT NULL DEFAULT true,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id)
  );
  SELECT house_columns('content_feed');
  CREATE INDEX content_feed_project ON content_feed (project_id, title);
  SELECT audit_table('content_feed');

  CREATE TABLE public_sheet (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL UNIQUE REFERENCES project,
    shown boolean NOT NULL
  );
  SELECT house_columns('public_sheet');
  SELECT audit_table('public_sheet');
`;
