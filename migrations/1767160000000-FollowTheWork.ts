import { MigrationInterface, QueryRunner } from 'typeorm';

export class FollowTheWork1767160000000 implements MigrationInterface {
  name = 'FollowTheWork1767160000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(CORRECTED);
    await db.query(CHANGED);
    await db.query(ASKED_FOR);
    await db.query(LINE_WITHIN_CONTRACT);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER activity_followed ON activity;
      DROP TRIGGER activity_request_kept ON activity;
      DROP FUNCTION activity_followed, activity_request_kept;
      ALTER TABLE hours_confirmation DROP COLUMN day, DROP COLUMN start_time, DROP COLUMN minutes, DROP COLUMN wasted;
    `);
  }
}

// Whatever names an activity names its correction from then on; hours that were confirmed and are now others are not confirmed.
const CORRECTED = `
  CREATE FUNCTION activity_followed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    UPDATE meeting SET activity_id = NEW.id, version = version + 1 WHERE activity_id = NEW.corrects_id;
    UPDATE content SET activity_id = NEW.id, version = version + 1 WHERE activity_id = NEW.corrects_id;
    UPDATE training SET activity_id = NEW.id, version = version + 1 WHERE activity_id = NEW.corrects_id;
    UPDATE mediation_request r SET activity_id = NEW.id, version = r.version + 1,
      state = CASE WHEN r.state = 'confirmed' AND (a.day, a.start_time, a.minutes, a.kind) IS DISTINCT FROM (NEW.day, NEW.start_time, NEW.minutes, NEW.kind)
        THEN 'delivered' ELSE r.state END
    FROM activity a WHERE a.id = NEW.corrects_id AND r.activity_id = a.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER activity_followed AFTER INSERT ON activity FOR EACH ROW
    WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION activity_followed();
`;

// Hours that are now others were not confirmed; what is cancelled takes its request back elsewhere.
const CHANGED = `
  CREATE FUNCTION activity_request_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    UPDATE mediation_request SET state = 'delivered', version = version + 1 WHERE activity_id = NEW.id AND state = 'confirmed';
    RETURN NULL;
  END $$;
  CREATE TRIGGER activity_request_kept AFTER UPDATE ON activity FOR EACH ROW
    WHEN (NEW.state <> 'cancelled' AND (OLD.day, OLD.start_time, OLD.minutes, OLD.kind) IS DISTINCT FROM (NEW.day, NEW.start_time, NEW.minutes, NEW.kind))
    EXECUTE FUNCTION activity_request_kept();
`;

// A body confirms the hours that its link was made for, not those of the day on which it answers.
const ASKED_FOR = `
  ALTER TABLE hours_confirmation ADD COLUMN day date, ADD COLUMN start_time time(0), ADD COLUMN minutes integer, ADD COLUMN wasted boolean;
  UPDATE hours_confirmation c SET day = a.day, start_time = a.start_time, minutes = a.minutes, wasted = a.kind = 'wasted_trip'
  FROM mediation_request r JOIN activity a ON a.id = r.activity_id WHERE r.id = c.request_id;
  ALTER TABLE hours_confirmation ALTER COLUMN day SET NOT NULL, ALTER COLUMN minutes SET NOT NULL, ALTER COLUMN wasted SET NOT NULL;
`;

// The lock comes before the comparison: of a contract and a line that change at once, the later sees the earlier.
const LINE_WITHIN_CONTRACT = `
  CREATE OR REPLACE FUNCTION contract_line_within() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    held contract;
  BEGIN
    SELECT * INTO STRICT held FROM contract WHERE id = NEW.contract_id FOR SHARE;
    IF NEW.valid_from < held.valid_from OR NEW.valid_to > held.valid_to THEN
      RAISE EXCEPTION 'line % outlives its contract', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'contract_line_within_contract';
    END IF;
    RETURN NULL;
  END $$;
`;
