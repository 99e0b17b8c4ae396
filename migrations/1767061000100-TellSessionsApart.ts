import { MigrationInterface, QueryRunner } from 'typeorm';

/** By which a user tells its own sessions apart: 'Firefox su Windows'. No address: it is personal and not needed. */
export class TellSessionsApart1767061000100 implements MigrationInterface {
  name = 'TellSessionsApart1767061000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'ALTER TABLE session ADD COLUMN device text CHECK (length(device) BETWEEN 1 AND 60)',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE session DROP COLUMN device');
  }
}
