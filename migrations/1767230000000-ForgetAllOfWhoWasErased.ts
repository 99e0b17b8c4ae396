import { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that held a sealed identity go; of who is erased the record of changes keeps no flag and no proof either. */
export class ForgetAllOfWhoWasErased1767230000000 implements MigrationInterface {
  name = 'ForgetAllOfWhoWasErased1767230000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM idempotency_key WHERE jsonb_path_exists(answer, '$[*].sealed')`);
    await db.query(
      forget(`e.before ->> 'initials' IS NOT NULL OR e.after ->> 'initials' IS NOT NULL
        OR e.before ->> 'citizenship_proof' IS NOT NULL OR e.after ->> 'citizenship_proof' IS NOT NULL
        OR e.before -> 'flags' <> '[]' OR e.after -> 'flags' <> '[]'`),
    );
    await db.query(
      `SELECT recipient_forget(id, 'Completa una cancellazione') FROM recipient WHERE erased_on IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      forget(`e.before ->> 'initials' IS NOT NULL OR e.after ->> 'initials' IS NOT NULL`),
    );
  }
}

const forget = (tells: string): string => `
  CREATE OR REPLACE FUNCTION recipient_forget(recipient_id uuid, reason text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE entry bigint; done integer := 0;
  BEGIN
    IF NOT EXISTS (SELECT FROM recipient r WHERE r.id = recipient_id AND r.erased_on IS NOT NULL) THEN
      RAISE EXCEPTION 'recipient % is not erased', recipient_id;
    END IF;
    FOR entry IN SELECT e.id FROM audit_entry e WHERE e.row_id = recipient_id AND e.table_name = 'recipient' AND e.salt IS NOT NULL
      AND (${tells}) LOOP
      PERFORM audit_redact(entry, reason);
      done := done + 1;
    END LOOP;
    RETURN done;
  END $$;
`;
