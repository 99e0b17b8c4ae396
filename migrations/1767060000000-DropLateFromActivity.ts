import { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an activity is late follows from its day and from what was sent; a copy on the row grew stale with both. */
export class DropLateFromActivity1767060000000 implements MigrationInterface {
  name = 'DropLateFromActivity1767060000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE activity DROP COLUMN late');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE activity ADD COLUMN late boolean NOT NULL DEFAULT false');
  }
}
