import { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepCalendarAddresses1767140000000 implements MigrationInterface {
  name = 'KeepCalendarAddresses1767140000000';

  // Like a session: only the hash of the secret, and who made and revoked it.
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE calendar_address (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        user_id uuid NOT NULL REFERENCES app_user,
        token_hash bytea NOT NULL UNIQUE,
        name text NOT NULL,
        project_id uuid REFERENCES project,
        person_id uuid REFERENCES person,
        organisation_id uuid REFERENCES organisation,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_read_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT calendar_address_of_one CHECK (num_nonnulls(project_id, person_id, organisation_id) = 1)
      );
      CREATE INDEX calendar_address_user ON calendar_address (user_id, created_at DESC);
      REVOKE DELETE ON calendar_address FROM capofila_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE calendar_address');
  }
}
