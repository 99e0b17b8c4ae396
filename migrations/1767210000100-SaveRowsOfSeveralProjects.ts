import { MigrationInterface, QueryRunner } from 'typeorm';

/** One save may touch several projects: each row of a batch says of which it is, and only a batch of one project names it itself. */
export class SaveRowsOfSeveralProjects1767210000100 implements MigrationInterface {
  name = 'SaveRowsOfSeveralProjects1767210000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE activity_batch ALTER COLUMN project_id DROP NOT NULL;
      UPDATE activity_batch SET rows = (
        SELECT coalesce(jsonb_agg(row || jsonb_build_object('projectId', project_id) ORDER BY place), '[]')
        FROM jsonb_array_elements(rows) WITH ORDINALITY AS r(row, place));
    `);
  }

  // What touched several projects cannot be said before; its undo is lost, not its rows.
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM activity_batch WHERE project_id IS NULL;
      ALTER TABLE activity_batch ALTER COLUMN project_id SET NOT NULL;
      UPDATE activity_batch SET rows = (
        SELECT coalesce(jsonb_agg(row - 'projectId' ORDER BY place), '[]')
        FROM jsonb_array_elements(rows) WITH ORDINALITY AS r(row, place));
    `);
  }
}
