import { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepIdentitiesApart1767120000100 implements MigrationInterface {
  name = 'KeepIdentitiesApart1767120000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(ROLE_AND_SCHEMA);
    await db.query(READS_ARE_AUDITED);
    await db.query(DOORS);
    await db.query(ERASURE);
    await db.query(RETENTION);
    await db.query(OWNERS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE retention;
      DROP FUNCTION recipient_forget;
      ALTER TABLE recipient DROP COLUMN erased_on, DROP COLUMN restricted_on, DROP COLUMN restricted_reason;
      DROP SCHEMA identity CASCADE;
      DROP FUNCTION identity_audit;
      ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_action_check, ADD CONSTRAINT audit_entry_action_check
        CHECK (action IN ('insert', 'update', 'delete', 'redact'));
    `);
  }
}

// Who a recipient is: encrypted, under a key that is not in the database, in a schema that the program cannot read.
const ROLE_AND_SCHEMA = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'capofila_identity') THEN CREATE ROLE capofila_identity NOLOGIN; END IF;
  END $$;
  CREATE SCHEMA identity;
  CREATE TABLE identity.record (
    recipient_id uuid PRIMARY KEY REFERENCES recipient,
    sealed bytea NOT NULL,
    key_id text NOT NULL,
    name_signs bytea[] NOT NULL,
    sound_signs bytea[] NOT NULL,
    birth_sign bytea,
    tax_sign bytea
  );
  CREATE INDEX record_birth ON identity.record (birth_sign);
  CREATE INDEX record_tax ON identity.record (tax_sign);
  CREATE INDEX record_names ON identity.record USING gin (name_signs);
  REVOKE ALL ON identity.record FROM capofila_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON identity.record TO capofila_identity;
`;

const READS_ARE_AUDITED = `
  ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_action_check, ADD CONSTRAINT audit_entry_action_check
    CHECK (action IN ('insert', 'update', 'delete', 'redact', 'read'));
  CREATE FUNCTION identity_audit(recipient uuid, project uuid, act text, note jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE s uuid := gen_random_uuid();
  BEGIN
    INSERT INTO audit_entry (actor_id, request_id, table_name, row_id, project_id, action, salt, after, payload_hash)
    VALUES (acting_user(), nullif(current_setting('app.request_id', true), ''), 'identity', recipient, project, act, s, note,
      sha256(convert_to(s::text || note::text, 'UTF8')));
  END $$;
  REVOKE ALL ON FUNCTION identity_audit FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION identity_audit TO capofila_identity;
`;

// The only ways in: whoever reads says why, and the database writes it down before it answers.
const DOORS = `
  CREATE FUNCTION identity.read(recipients uuid[], project uuid, purpose text) RETURNS TABLE (recipient_id uuid, sealed bytea, key_id text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  BEGIN
    IF length(btrim(purpose)) < 5 OR purpose IS NULL THEN
      RAISE EXCEPTION 'no purpose' USING ERRCODE = '23514', CONSTRAINT = 'identity_purpose';
    END IF;
    PERFORM public.identity_audit(r.recipient_id, project, 'read', jsonb_build_object('purpose', purpose))
      FROM identity.record r WHERE r.recipient_id = ANY(recipients);
    RETURN QUERY SELECT r.recipient_id, r.sealed, r.key_id FROM identity.record r WHERE r.recipient_id = ANY(recipients);
  END $$;

  CREATE FUNCTION identity.write(recipient uuid, project uuid, new_record jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  DECLARE known boolean := EXISTS (SELECT FROM identity.record r WHERE r.recipient_id = recipient);
  BEGIN
    INSERT INTO identity.record AS r (recipient_id, sealed, key_id, name_signs, sound_signs, birth_sign, tax_sign)
    VALUES (recipient, decode(new_record ->> 'sealed', 'base64'), new_record ->> 'keyId',
      ARRAY(SELECT decode(s, 'base64') FROM jsonb_array_elements_text(new_record -> 'names') s),
      ARRAY(SELECT decode(s, 'base64') FROM jsonb_array_elements_text(new_record -> 'sounds') s),
      decode(new_record ->> 'birth', 'base64'), decode(new_record ->> 'tax', 'base64'))
    ON CONFLICT ON CONSTRAINT record_pkey DO UPDATE SET sealed = excluded.sealed, key_id = excluded.key_id, name_signs = excluded.name_signs,
      sound_signs = excluded.sound_signs, birth_sign = excluded.birth_sign, tax_sign = excluded.tax_sign;
    PERFORM public.identity_audit(recipient, project, CASE WHEN known THEN 'update' ELSE 'insert' END, '{}');
  END $$;

  CREATE FUNCTION identity.erase(recipient uuid, project uuid, reason text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = identity, pg_temp AS $$
  DECLARE was boolean;
  BEGIN
    DELETE FROM identity.record r WHERE r.recipient_id = recipient;
    was := FOUND;
    PERFORM public.identity_audit(recipient, project, 'delete', jsonb_build_object('reason', reason));
    RETURN was;
  END $$;

  CREATE FUNCTION identity.held(recipients uuid[]) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
    SELECT r.recipient_id FROM identity.record r WHERE r.recipient_id = ANY(recipients)
  $$;

  -- The same birth day (day and month in either order) with names that hold one another or sound alike; the same tax code; the same names where a birth day is missing.
  CREATE FUNCTION identity.alike(recipients uuid[]) RETURNS TABLE (one uuid, other uuid, why text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp AS $$
    WITH r AS (SELECT * FROM identity.record WHERE recipient_id = ANY(recipients))
    SELECT a.recipient_id, b.recipient_id,
      CASE WHEN a.tax_sign = b.tax_sign THEN 'tax_code' WHEN a.birth_sign = b.birth_sign THEN 'name_and_birth' ELSE 'name' END
    FROM r a JOIN r b ON a.recipient_id < b.recipient_id
    WHERE a.tax_sign = b.tax_sign
      OR (a.birth_sign = b.birth_sign AND cardinality(a.name_signs) > 1 AND cardinality(b.name_signs) > 1
        AND (a.name_signs @> b.name_signs OR a.name_signs <@ b.name_signs OR (a.sound_signs @> b.sound_signs AND a.sound_signs <@ b.sound_signs)))
      OR ((a.birth_sign IS NULL OR b.birth_sign IS NULL) AND a.name_signs @> b.name_signs AND a.name_signs <@ b.name_signs)
  $$;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA identity FROM PUBLIC;
  GRANT USAGE ON SCHEMA identity TO capofila_identity, capofila_app;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA identity TO capofila_app;
`;

const ERASURE = `
  ALTER TABLE recipient ADD COLUMN erased_on date, ADD COLUMN restricted_on date, ADD COLUMN restricted_reason text,
    ADD CONSTRAINT recipient_restricted CHECK ((restricted_on IS NULL) = (restricted_reason IS NULL));
  -- What the record of changes still says of somebody who was erased; codes and counts stay, and so does the chain.
  CREATE FUNCTION recipient_forget(recipient_id uuid, reason text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE entry bigint; done integer := 0;
  BEGIN
    IF NOT EXISTS (SELECT FROM recipient r WHERE r.id = recipient_id AND r.erased_on IS NOT NULL) THEN
      RAISE EXCEPTION 'recipient % is not erased', recipient_id;
    END IF;
    FOR entry IN SELECT e.id FROM audit_entry e WHERE e.row_id = recipient_id AND e.table_name = 'recipient' AND e.salt IS NOT NULL
      AND (e.before ->> 'initials' IS NOT NULL OR e.after ->> 'initials' IS NOT NULL) LOOP
      PERFORM audit_redact(entry, reason);
      done := done + 1;
    END LOOP;
    RETURN done;
  END $$;
  REVOKE ALL ON FUNCTION recipient_forget FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION recipient_forget TO capofila_app;
`;

// How long the papers of a project must be kept: years after the last payment, when somebody has told its day.
const RETENTION = `
  CREATE TABLE retention (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL UNIQUE REFERENCES project,
    last_payment_on date,
    years smallint NOT NULL DEFAULT 10 CHECK (years BETWEEN 1 AND 50),
    legal_hold boolean NOT NULL DEFAULT false,
    note text
  );
  SELECT house_columns('retention');
  SELECT audit_table('retention');
`;

// Last of all: from here on only the role of the identities stands behind its doors.
const OWNERS = `
  GRANT capofila_identity TO CURRENT_USER;
  GRANT CREATE ON SCHEMA identity TO capofila_identity;
  ALTER FUNCTION identity.read OWNER TO capofila_identity;
  ALTER FUNCTION identity.write OWNER TO capofila_identity;
  ALTER FUNCTION identity.erase OWNER TO capofila_identity;
  ALTER FUNCTION identity.held OWNER TO capofila_identity;
  ALTER FUNCTION identity.alike OWNER TO capofila_identity;
  REVOKE CREATE ON SCHEMA identity FROM capofila_identity;
`;
