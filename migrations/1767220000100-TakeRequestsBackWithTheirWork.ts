import { MigrationInterface, QueryRunner } from 'typeorm';

export class TakeRequestsBackWithTheirWork1767220000100 implements MigrationInterface {
  name = 'TakeRequestsBackWithTheirWork1767220000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(FOLLOW);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER request_follows_work ON activity;
      DROP FUNCTION request_follows_work;
    `);
  }
}

// Work is cancelled in many ways: from its list, in a batch, with a series, by the undo of an import. What a sent report holds is cancelled
// only by its correction, which is followed.
const FOLLOW = `
  CREATE FUNCTION request_follows_work() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state <> 'cancelled' THEN
      UPDATE mediation_request SET version = version + 1,
          state = CASE WHEN state = 'accepted' THEN 'assigned' ELSE 'delivered' END
        WHERE activity_id = NEW.id AND state = CASE WHEN NEW.state = 'planned' THEN 'accepted' ELSE 'assigned' END;
    ELSIF OLD.report_id IS NULL THEN
      UPDATE hours_confirmation c SET revoked_at = now() FROM mediation_request r
        WHERE r.activity_id = NEW.id AND c.request_id = r.id AND c.answered_at IS NULL AND c.revoked_at IS NULL;
      UPDATE mediation_request SET version = version + 1, contest_reason = NULL,
          state = CASE WHEN state = 'assigned' THEN 'accepted' ELSE 'assigned' END
        WHERE activity_id = NEW.id AND state IN ('assigned', 'delivered', 'confirmed', 'contested');
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER request_follows_work AFTER UPDATE OF state ON activity FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state AND 'cancelled' IN (OLD.state, NEW.state)) EXECUTE FUNCTION request_follows_work();
`;
