import { MigrationInterface, QueryRunner } from 'typeorm';

export class FeedSeveralProjects1767300000200 implements MigrationInterface {
  name = 'FeedSeveralProjects1767300000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(LINKS);
    await db.query(OWN);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER content_feed_takes_its_own ON content_feed;
      DROP FUNCTION content_feed_takes_its_own;
      DROP TABLE content_feed_source;
    `);
  }
}

const LINKS = `
  CREATE TABLE content_feed_source (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    feed_id uuid NOT NULL REFERENCES content_feed,
    project_id uuid NOT NULL REFERENCES project,
    UNIQUE (feed_id, project_id)
  );
  SELECT house_columns('content_feed_source');
  CREATE INDEX content_feed_source_of ON content_feed_source (project_id);
  SELECT audit_table('content_feed_source');
`;

// A feed takes the contents of its own project from the start, whatever path made it.
const OWN = `
  INSERT INTO content_feed_source (feed_id, project_id) SELECT id, project_id FROM content_feed;
  CREATE FUNCTION content_feed_takes_its_own() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO content_feed_source (feed_id, project_id) VALUES (NEW.id, NEW.project_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER content_feed_takes_its_own AFTER INSERT ON content_feed FOR EACH ROW EXECUTE FUNCTION content_feed_takes_its_own();
`;
