import { MigrationInterface, QueryRunner } from 'typeorm';

export class CountPeopleByIndicators1767310000100 implements MigrationInterface {
  name = 'CountPeopleByIndicators1767310000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(measuring(`'sum_minutes', 'sum_quantity', 'count', 'people', 'recipients'`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `UPDATE indicator SET measure = 'count' WHERE measure IN ('people', 'recipients')`,
    );
    await db.query(measuring(`'sum_minutes', 'sum_quantity', 'count'`));
  }
}

const measuring = (measures: string): string => `
  ALTER TABLE indicator DROP CONSTRAINT indicator_measure_check,
    ADD CONSTRAINT indicator_measure_check CHECK (measure IN (${measures}))`;
