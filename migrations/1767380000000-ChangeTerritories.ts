import { MigrationInterface, QueryRunner } from 'typeorm';

/** No territory stands in itself; a content is in languages that have a code. */
export class ChangeTerritories1767380000000 implements MigrationInterface {
  name = 'ChangeTerritories1767380000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE territory ADD CONSTRAINT territory_in_another CHECK (province_id <> id);
      ALTER TABLE content ADD CONSTRAINT content_languages_by_code
        CHECK (array_to_string(languages, ' ', '') ~ '^[a-z]{2,3}( [a-z]{2,3})*$');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE content DROP CONSTRAINT content_languages_by_code;
      ALTER TABLE territory DROP CONSTRAINT territory_in_another;
    `);
  }
}
