import { MigrationInterface, QueryRunner } from 'typeorm';

/** What is attached to a row belongs to the partner of that row, also after the row was moved to another. */
export class MoveDocumentsWithTheirSubject1767050000000 implements MigrationInterface {
  name = 'MoveDocumentsWithTheirSubject1767050000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION documents_follow() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE document SET participation_id = NEW.participation_id, version = version + 1
        WHERE subject_table = TG_TABLE_NAME AND subject_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER documents_follow AFTER UPDATE OF participation_id ON activity FOR EACH ROW
        WHEN (OLD.participation_id IS DISTINCT FROM NEW.participation_id) EXECUTE FUNCTION documents_follow();
      CREATE TRIGGER documents_follow AFTER UPDATE OF participation_id ON expense FOR EACH ROW
        WHEN (OLD.participation_id IS DISTINCT FROM NEW.participation_id) EXECUTE FUNCTION documents_follow();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER documents_follow ON activity;
      DROP TRIGGER documents_follow ON expense;
      DROP FUNCTION documents_follow;
    `);
  }
}
