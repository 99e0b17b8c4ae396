import { MigrationInterface, QueryRunner } from 'typeorm';

export class TellWhoIsNoLongerNeeded1767300000000 implements MigrationInterface {
  name = 'TellWhoIsNoLongerNeeded1767300000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TOLD);
    await db.query(FOLLOW);
    await db.query(KNOWN);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER request_tells_of_work ON activity;
      DROP FUNCTION request_tells_of_work;
      ALTER TABLE mediation_request DROP COLUMN told, DROP COLUMN called_off;
    `);
  }
}

const TOLD = `
  ALTER TABLE mediation_request
    ADD COLUMN told text[] NOT NULL DEFAULT '{}',
    ADD COLUMN called_off boolean NOT NULL DEFAULT false;
`;

// Work is cancelled, and had back, in many ways; what it takes to tell so is the same.
const FOLLOW = `
  CREATE FUNCTION request_tells_of_work() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO outbox (topic, payload)
      SELECT 'requests.work', jsonb_build_object('requestId', id, 'activityId', NEW.id)
      FROM mediation_request WHERE activity_id = NEW.id AND told <> '{}';
    RETURN NULL;
  END $$;
  CREATE TRIGGER request_tells_of_work AFTER UPDATE OF state ON activity FOR EACH ROW
    WHEN ((OLD.state = 'planned' AND NEW.state = 'cancelled') OR (OLD.state = 'cancelled' AND NEW.state = 'planned'))
    EXECUTE FUNCTION request_tells_of_work();
`;

// Who arranged an assignment was not kept until now; the body and the mediator are known.
const KNOWN = `
  UPDATE mediation_request r
    SET told = array_remove(ARRAY[r.asked_by_email, (SELECT m.email FROM mediator m WHERE m.person_id = r.mediator_id)], NULL)
    WHERE r.state = 'assigned' AND NOT r.demonstration;
`;
