import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccess1767000000100 implements MigrationInterface {
  name = 'CreateAccess1767000000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(USERS);
    await db.query(MEMBERS);
    await db.query(SESSIONS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sign_in_failure, one_time_link, session, member, app_user');
  }
}

const USERS = `
  CREATE TABLE app_user (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    email citext NOT NULL UNIQUE,
    name text NOT NULL,
    password_hash text,
    system_admin boolean NOT NULL DEFAULT false,
    person_id uuid,
    disabled_at timestamptz,
    demonstration boolean NOT NULL DEFAULT false
  );
  SELECT house_columns('app_user');
  SELECT audit_table('app_user');
`;

// project_id and participation_id get their foreign keys with the tables they name.
const MEMBERS = `
  CREATE TABLE member (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    user_id uuid NOT NULL REFERENCES app_user,
    project_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('coordinator', 'administrator', 'manager', 'partner', 'auditor', 'legal', 'staff')),
    participation_id uuid,
    CONSTRAINT member_partner_has_participation CHECK ((role = 'partner') = (participation_id IS NOT NULL)),
    CONSTRAINT member_once UNIQUE NULLS NOT DISTINCT (user_id, project_id, role, participation_id)
  );
  SELECT house_columns('member');
  SELECT audit_table('member');
`;

const SESSIONS = `
  CREATE TABLE session (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    user_id uuid NOT NULL REFERENCES app_user,
    token_hash bytea NOT NULL UNIQUE,
    kind text NOT NULL CHECK (kind IN ('browser', 'api')),
    name text,
    read_only boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    ended_at timestamptz
  );
  CREATE INDEX session_of_user ON session (user_id) WHERE ended_at IS NULL;

  CREATE TABLE one_time_link (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    user_id uuid NOT NULL REFERENCES app_user,
    token_hash bytea NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );

  CREATE TABLE sign_in_failure (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email citext NOT NULL,
    address text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX sign_in_failure_recent ON sign_in_failure (at);
`;
