import { MigrationInterface, QueryRunner } from 'typeorm';

export class ForgetAnswersAboutPeople1767310000000 implements MigrationInterface {
  name = 'ForgetAnswersAboutPeople1767310000000';

  // What a write about a person was answered is no longer stored: what was goes too, for an erasure does not reach it.
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM idempotency_key WHERE jsonb_path_exists(answer, '$.**.initials')`);
  }

  async down(): Promise<void> {
    // What was forgotten does not come back.
  }
}
