import { MigrationInterface, QueryRunner } from 'typeorm';

/** What a body asks by its link is asked for the territory of the link. */
export class PlaceRequestLinks1767390000000 implements MigrationInterface {
  name = 'PlaceRequestLinks1767390000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE request_link ADD COLUMN territory_id uuid REFERENCES territory');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE request_link DROP COLUMN territory_id');
  }
}
