import { MigrationInterface, QueryRunner } from 'typeorm';

/** The correction of an activity keeps the evidence that was given for it, as it keeps its presences. */
export class KeepEvidenceWithCorrections1767330000000 implements MigrationInterface {
  name = 'KeepEvidenceWithCorrections1767330000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION activity_documents_copied() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
      BEGIN
        INSERT INTO document (project_id, participation_id, sha256, size_bytes, media_type, name, kind, confidential, subject_table, subject_id)
        SELECT project_id, NEW.participation_id, sha256, size_bytes, media_type, name, kind, confidential, subject_table, NEW.id
        FROM document WHERE subject_table = 'activity' AND subject_id = NEW.corrects_id AND state = 'attached'
          AND participation_id IS NOT DISTINCT FROM NEW.participation_id ORDER BY id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER activity_documents_copied AFTER INSERT ON activity FOR EACH ROW
        WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION activity_documents_copied();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TRIGGER activity_documents_copied ON activity; DROP FUNCTION activity_documents_copied',
    );
  }
}
