import { MigrationInterface, QueryRunner } from 'typeorm';

/** Of who is erased no file keeps initials: neither what it said, nor what was read from it, nor what was answered about it. */
export class ForgetImportsOfWhoWasErased1767340000100 implements MigrationInterface {
  name = 'ForgetImportsOfWhoWasErased1767340000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(FORGET);
    await db.query(
      'SELECT imports_forget(ARRAY(SELECT id FROM recipient WHERE erased_on IS NOT NULL))',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION imports_forget');
  }
}

// Which line of which file was about whom is only known of lines that made somebody: all files of those projects let go.
// A file that made nobody yet could bring them back, so it is sent again.
const FORGET = `
  CREATE FUNCTION imports_forget(recipients uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    files uuid[];
    known bytea[] := ARRAY(SELECT fingerprint FROM import_result WHERE row_id = ANY(recipients) AND fingerprint IS NOT NULL);
  BEGIN
    files := ARRAY(SELECT id FROM file_import WHERE target = 'enrolments'
      AND project_id IN (SELECT project_id FROM intake WHERE recipient_id = ANY(recipients)));
    UPDATE idempotency_key SET answer = answer || '{"sample": []}'
    WHERE answer ->> 'target' = 'enrolments' AND answer ->> 'id' = ANY(files::text[]);
    -- One that is being applied at this moment is waited for, and stays when it was.
    DELETE FROM file_import WHERE id = ANY(files) AND state NOT IN ('applied', 'undoing', 'undone');
    DELETE FROM import_row WHERE import_id = ANY(files);
    UPDATE import_result SET row = row - 'initials', fingerprint = CASE WHEN fingerprint <> ALL(known) THEN fingerprint END
    WHERE import_id = ANY(files) AND (row ? 'initials' OR fingerprint = ANY(known));
  END $$;
  REVOKE ALL ON FUNCTION imports_forget FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION imports_forget TO capofila_app;
`;
