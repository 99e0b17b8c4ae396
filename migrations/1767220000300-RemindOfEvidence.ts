import { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindOfEvidence1767220000300 implements MigrationInterface {
  name = 'RemindOfEvidence1767220000300';

  // The day is that of the program's calendar: nobody is asked twice on one day for the same activity.
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE evidence_reminder (
        activity_id uuid NOT NULL REFERENCES activity,
        day date NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT now(),
        sent_by uuid DEFAULT acting_user(),
        PRIMARY KEY (activity_id, day)
      );
      REVOKE UPDATE, DELETE ON evidence_reminder FROM capofila_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE evidence_reminder');
  }
}
