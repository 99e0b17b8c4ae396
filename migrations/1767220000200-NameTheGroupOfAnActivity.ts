import { MigrationInterface, QueryRunner } from 'typeorm';

export class NameTheGroupOfAnActivity1767220000200 implements MigrationInterface {
  name = 'NameTheGroupOfAnActivity1767220000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE activity ADD COLUMN target_group text CHECK (target_group <> '');
      ALTER TABLE activity_kind ADD COLUMN needs_group boolean NOT NULL DEFAULT false;
      UPDATE activity_kind SET needs_territory = true, needs_group = true WHERE code = 'community_mediation';
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE activity_kind SET needs_territory = false WHERE code = 'community_mediation';
      ALTER TABLE activity_kind DROP COLUMN needs_group;
      ALTER TABLE activity DROP COLUMN target_group;
    `);
  }
}
