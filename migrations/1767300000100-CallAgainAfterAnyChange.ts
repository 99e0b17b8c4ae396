import { MigrationInterface, QueryRunner } from 'typeorm';

export class CallAgainAfterAnyChange1767300000100 implements MigrationInterface {
  name = 'CallAgainAfterAnyChange1767300000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CALLED);
    await db.query(TELL);
    await db.query(KNOWN);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER meeting_tells_of_work ON activity;
      DROP FUNCTION meeting_tells_of_work;
      ALTER TABLE meeting DROP COLUMN convened_ends_on, DROP COLUMN convened_start, DROP COLUMN convened_end, DROP COLUMN convened_place,
        DROP COLUMN called_off_at;
    `);
  }
}

// What the last convocation said beside the day.
const CALLED = `
  ALTER TABLE meeting
    ADD COLUMN convened_ends_on date,
    ADD COLUMN convened_start time(0),
    ADD COLUMN convened_end time(0),
    ADD COLUMN convened_place text,
    ADD COLUMN called_off_at timestamptz;
`;

// Work is cancelled in many ways; what it takes to tell so is the same.
const TELL = `
  CREATE FUNCTION meeting_tells_of_work() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO outbox (topic, payload)
      SELECT 'planning.meeting-cancelled', jsonb_build_object('meetingId', id)
      FROM meeting WHERE activity_id = NEW.id AND convened_at IS NOT NULL AND called_off_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER meeting_tells_of_work AFTER UPDATE OF state ON activity FOR EACH ROW
    WHEN (OLD.state = 'planned' AND NEW.state = 'cancelled') EXECUTE FUNCTION meeting_tells_of_work();
`;

// Only the day was kept until now: on the same day, the rest is held to be as it was told.
const KNOWN = `
  UPDATE meeting m
    SET convened_ends_on = a.ends_on, convened_start = a.start_time, convened_end = a.end_time, convened_place = a.place
    FROM activity a WHERE a.id = m.activity_id AND m.convened_day = a.day;
`;
