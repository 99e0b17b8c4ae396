import { MigrationInterface, QueryRunner } from 'typeorm';

export class LetPartnersImport1767320000100 implements MigrationInterface {
  name = 'LetPartnersImport1767320000100';

  // An import that is of no partner is of the whole project.
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE file_import ADD COLUMN participation_id uuid,
        ADD FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE file_import DROP COLUMN participation_id');
  }
}
