import { MigrationInterface, QueryRunner } from 'typeorm';

export class SortActivitiesByHours1767210000000 implements MigrationInterface {
  name = 'SortActivitiesByHours1767210000000';

  // Each project gives its longest from here as it gives its newest: a page far down costs what the first costs.
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'CREATE INDEX activity_longest ON activity (project_id, minutes DESC, day DESC, id DESC)',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX activity_longest');
  }
}
