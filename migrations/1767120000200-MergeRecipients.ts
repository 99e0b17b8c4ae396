import { MigrationInterface, QueryRunner } from 'typeorm';

export class MergeRecipients1767120000200 implements MigrationInterface {
  name = 'MergeRecipients1767120000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE recipient_merge (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        project_id uuid NOT NULL REFERENCES project,
        kept_id uuid NOT NULL REFERENCES recipient,
        gone_id uuid NOT NULL REFERENCES recipient,
        reason text NOT NULL,
        undone_on date,
        undone_reason text,
        CONSTRAINT recipient_merge_other CHECK (kept_id <> gone_id),
        CONSTRAINT recipient_merge_undone CHECK ((undone_on IS NULL) = (undone_reason IS NULL))
      );
      SELECT house_columns('recipient_merge');
      CREATE UNIQUE INDEX recipient_merge_once ON recipient_merge (gone_id) WHERE undone_on IS NULL;
      CREATE INDEX recipient_merge_kept ON recipient_merge (kept_id);
      SELECT audit_table('recipient_merge');

      CREATE TABLE not_the_same (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        one_id uuid NOT NULL REFERENCES recipient,
        other_id uuid NOT NULL REFERENCES recipient,
        CONSTRAINT not_the_same_order CHECK (one_id < other_id),
        CONSTRAINT not_the_same_once UNIQUE (one_id, other_id)
      );
      SELECT house_columns('not_the_same');
      SELECT audit_table('not_the_same');
    `);
    await db.query(PERSONS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION recipient_persons; DROP TABLE not_the_same, recipient_merge;');
  }
}

// Merges that stand make a forest: a code goes into one other. Its person is the root of its tree.
const PERSONS = `
  CREATE FUNCTION recipient_persons(root uuid) RETURNS void LANGUAGE sql AS $$
    WITH RECURSIVE tree AS (
      SELECT root AS id
      UNION SELECT m.gone_id FROM recipient_merge m JOIN tree t ON t.id = m.kept_id WHERE m.undone_on IS NULL)
    UPDATE recipient r SET person_id = root FROM tree t WHERE r.id = t.id AND r.person_id <> root
  $$;
`;
