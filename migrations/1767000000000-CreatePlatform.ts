import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePlatform1767000000000 implements MigrationInterface {
  name = 'CreatePlatform1767000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(EXTENSIONS);
    await db.query(RUNTIME_ROLE);
    await db.query(HOUSE_COLUMNS);
    await db.query(AUDIT_TABLES);
    await db.query(AUDIT_TRIGGERS);
    await db.query(AUDIT_SEALER);
    await db.query(AUDIT_REDACTION);
    await db.query(SETTINGS_AND_KEYS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE idempotency_key, setting;
      DROP FUNCTION audit_redact, audit_seal_up, audit_row_hash, audit_table, audit_write, house_columns, house_touch, acting_user;
      DROP TABLE audit_seal, audit_entry;
      ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM capofila_app;
      ALTER DEFAULT PRIVILEGES REVOKE ALL ON SEQUENCES FROM capofila_app;
    `);
  }
}

const EXTENSIONS = `
  CREATE EXTENSION IF NOT EXISTS btree_gist;
  CREATE EXTENSION IF NOT EXISTS citext;
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS unaccent;
`;

// The role exists already when an administrator made it with a password; without one it cannot sign in.
const RUNTIME_ROLE = `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'capofila_app') THEN CREATE ROLE capofila_app NOLOGIN; END IF;
  END $$;
  GRANT USAGE ON SCHEMA public TO capofila_app;
  ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO capofila_app;
  ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO capofila_app;
`;

const HOUSE_COLUMNS = `
  CREATE FUNCTION acting_user() RETURNS uuid LANGUAGE sql STABLE AS
    $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

  CREATE FUNCTION house_touch() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.updated_at := now();
    NEW.updated_by := acting_user();
    RETURN NEW;
  END $$;

  CREATE FUNCTION house_columns(target regclass) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format('ALTER TABLE %s
      ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(), ADD COLUMN created_by uuid DEFAULT acting_user(),
      ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(), ADD COLUMN updated_by uuid DEFAULT acting_user(),
      ADD COLUMN version integer NOT NULL DEFAULT 1', target);
    EXECUTE format('CREATE TRIGGER house_touch BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION house_touch()', target);
  END $$;
`;

// Whole values stand beside the chain: the chain covers only their salted hash, so that erasing them keeps it valid.
const AUDIT_TABLES = `
  CREATE TABLE audit_entry (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    actor_id uuid,
    request_id text,
    table_name text NOT NULL,
    row_id uuid NOT NULL,
    project_id uuid,
    action text NOT NULL CHECK (action IN ('insert', 'update', 'delete', 'redact')),
    salt uuid,
    before jsonb,
    after jsonb,
    payload_hash bytea NOT NULL
  );
  CREATE INDEX audit_entry_row ON audit_entry (row_id, id);
  CREATE INDEX audit_entry_xid ON audit_entry (xid);

  CREATE TABLE audit_seal (
    number bigint PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    up_to_xid xid8 NOT NULL,
    entry_ids bigint[] NOT NULL,
    entry_hashes bytea[] NOT NULL,
    hash bytea NOT NULL
  );
  REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON audit_entry, audit_seal FROM capofila_app;
`;

const AUDIT_TRIGGERS = `
  CREATE FUNCTION audit_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    actor uuid := acting_user();
    request text := nullif(current_setting('app.request_id', true), '');
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO audit_entry (actor_id, request_id, table_name, row_id, project_id, action, salt, after, payload_hash)
      SELECT actor, request, TG_TABLE_NAME, (r.j ->> 'id')::uuid, (r.j ->> 'project_id')::uuid, 'insert', r.s, r.j,
             sha256(convert_to(r.s::text || r.j::text, 'UTF8'))
      FROM (SELECT to_jsonb(n) - 'password_hash' AS j, gen_random_uuid() AS s FROM new_rows n) r;
    ELSIF TG_OP = 'DELETE' THEN
      INSERT INTO audit_entry (actor_id, request_id, table_name, row_id, project_id, action, salt, before, payload_hash)
      SELECT actor, request, TG_TABLE_NAME, (r.j ->> 'id')::uuid, (r.j ->> 'project_id')::uuid, 'delete', r.s, r.j,
             sha256(convert_to(r.s::text || r.j::text, 'UTF8'))
      FROM (SELECT to_jsonb(o) - 'password_hash' AS j, gen_random_uuid() AS s FROM old_rows o) r;
    ELSE
      INSERT INTO audit_entry (actor_id, request_id, table_name, row_id, project_id, action, salt, before, after, payload_hash)
      SELECT actor, request, TG_TABLE_NAME, (r.j ->> 'id')::uuid, (r.j ->> 'project_id')::uuid, 'update', r.s, r.b, r.j,
             sha256(convert_to(r.s::text || r.b::text || r.j::text, 'UTF8'))
      FROM (SELECT to_jsonb(o) - 'password_hash' AS b, to_jsonb(n) - 'password_hash' AS j, gen_random_uuid() AS s FROM new_rows n JOIN old_rows o USING (id)) r
      WHERE r.b IS DISTINCT FROM r.j;
    END IF;
    RETURN NULL;
  END $$;

  CREATE FUNCTION audit_table(target regclass) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows
      FOR EACH STATEMENT EXECUTE FUNCTION audit_write()', target);
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION audit_write()', target);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows
      FOR EACH STATEMENT EXECUTE FUNCTION audit_write()', target);
  END $$;
`;

// Rows of transactions older than every running one can no longer be joined by others: only those are sealed, so writers never wait.
const AUDIT_SEALER = `
  CREATE FUNCTION audit_row_hash(e audit_entry) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(concat_ws('|', e.id, extract(epoch FROM e.at), e.xid, e.actor_id, e.request_id, e.table_name,
      e.row_id, e.project_id, e.action, encode(e.payload_hash, 'hex')), 'UTF8'))
  $$;

  CREATE FUNCTION audit_seal_up(at_most integer DEFAULT 20000) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE
    last audit_seal; horizon xid8 := pg_snapshot_xmin(pg_current_snapshot()); upper xid8;
    ids bigint[]; hashes bytea[];
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('audit_seal'));
    SELECT * INTO last FROM audit_seal ORDER BY number DESC LIMIT 1;
    SELECT max(xid) INTO upper FROM (
      SELECT xid FROM audit_entry WHERE xid < horizon AND xid > coalesce(last.up_to_xid, '0'::xid8) ORDER BY xid LIMIT at_most) s;
    IF upper IS NULL THEN RETURN 0; END IF;
    SELECT array_agg(e.id ORDER BY e.id), array_agg(audit_row_hash(e) ORDER BY e.id) INTO ids, hashes
    FROM audit_entry e WHERE e.xid <= upper AND e.xid > coalesce(last.up_to_xid, '0'::xid8);
    INSERT INTO audit_seal (number, up_to_xid, entry_ids, entry_hashes, hash)
    VALUES (coalesce(last.number, 0) + 1, upper, ids, hashes,
      sha256(coalesce(last.hash, ''::bytea) || convert_to(ids::text, 'UTF8') || convert_to(hashes::text, 'UTF8')));
    RETURN cardinality(ids);
  END $$;
`;

const AUDIT_REDACTION = `
  CREATE FUNCTION audit_redact(entry bigint, reason text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE e audit_entry; note jsonb := jsonb_build_object('entry', entry, 'reason', reason); s uuid := gen_random_uuid();
  BEGIN
    SELECT * INTO STRICT e FROM audit_entry WHERE id = entry FOR UPDATE;
    UPDATE audit_entry SET before = NULL, after = NULL, salt = NULL WHERE id = entry;
    INSERT INTO audit_entry (actor_id, request_id, table_name, row_id, project_id, action, salt, after, payload_hash)
    VALUES (acting_user(), nullif(current_setting('app.request_id', true), ''),
      e.table_name, e.row_id, e.project_id, 'redact', s, note, sha256(convert_to(s::text || note::text, 'UTF8')));
  END $$;
  REVOKE ALL ON FUNCTION audit_redact FROM PUBLIC;
`;

const SETTINGS_AND_KEYS = `
  CREATE TABLE setting (key text PRIMARY KEY, value jsonb NOT NULL);
  CREATE TABLE idempotency_key (
    user_id uuid NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 8 AND 200),
    body_hash bytea NOT NULL,
    answer jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, key)
  );
  CREATE INDEX idempotency_key_age ON idempotency_key USING brin (created_at);
`;
