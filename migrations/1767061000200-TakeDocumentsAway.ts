import { MigrationInterface, QueryRunner } from 'typeorm';

/** A document that was attached by mistake is taken away with a reason; row and file stay, so that it can come back. */
export class TakeDocumentsAway1767061000200 implements MigrationInterface {
  name = 'TakeDocumentsAway1767061000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE document
        ADD COLUMN state text NOT NULL DEFAULT 'attached' CHECK (state IN ('attached', 'removed')),
        ADD COLUMN remove_reason text,
        ADD CONSTRAINT document_removed_with_reason CHECK ((state = 'removed') = (remove_reason IS NOT NULL));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE document DROP COLUMN remove_reason, DROP COLUMN state');
  }
}
