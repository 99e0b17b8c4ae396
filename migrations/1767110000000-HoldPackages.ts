import { MigrationInterface, QueryRunner } from 'typeorm';

export class HoldPackages1767110000000 implements MigrationInterface {
  name = 'HoldPackages1767110000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(BILLABLE);
    await db.query(USED);
    await db.query(ACTIVITY_WITHIN);
    await db.query(LINE_STILL_FITS);
    await db.query(ALLOTMENT_WITHIN);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER activity_within_package ON activity;
      DROP TRIGGER contract_line_still_fits ON contract_line;
      DROP TRIGGER contract_line_within ON contract_line;
      DROP TRIGGER contract_still_holds ON contract;
      DROP TRIGGER hour_allotment_within_line ON hour_allotment;
      DROP FUNCTION activity_within_package, contract_line_still_fits, contract_line_within, contract_still_holds,
        hour_allotment_within_line, contract_line_used, contract_billable, contract_amount;
    `);
  }
}

// The same rule as src/contracts/billable.ts: a test compares them over random cases.
const BILLABLE = `
  CREATE FUNCTION contract_amount(unit text, minutes integer, quantity numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE unit WHEN 'minutes' THEN minutes WHEN 'count' THEN coalesce(quantity, 1) ELSE coalesce(quantity, 0) END
  $$;
  CREATE FUNCTION contract_billable(amount numeric, wasted boolean, minimum integer, step integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN amount = 0 AND NOT wasted THEN 0 ELSE greatest(minimum, ceil(amount / step) * step)::integer END
  $$;
`;

// What the work of a line takes of its package; with justified = false only the work that gives no reason for going over it.
const USED = `
  CREATE FUNCTION contract_line_used(line uuid, justified boolean) RETURNS bigint LANGUAGE sql VOLATILE AS $$
    SELECT coalesce(sum(contract_billable(contract_amount(k.unit, a.minutes, a.quantity), a.kind = 'wasted_trip', l.minimum, l.step)), 0)::bigint
    FROM contract_line l JOIN activity_kind k ON k.code = l.kind
    JOIN activity a ON a.contract_line_id = l.id AND a.state <> 'cancelled' AND (justified OR a.over_reason IS NULL)
    WHERE l.id = line
  $$;
`;

// The lock is the weaker one: the key check already holds KEY SHARE, and two that wait for more would deadlock.
const ACTIVITY_WITHIN = `
  CREATE FUNCTION activity_within_package() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE line record; wrong text; grows boolean := true;
  BEGIN
    SELECT l.*, k.unit, c.state AS contract_state INTO line
      FROM contract_line l JOIN activity_kind k ON k.code = l.kind JOIN contract c ON c.id = l.contract_id
      WHERE l.id = NEW.contract_line_id FOR NO KEY UPDATE OF l;
    wrong := CASE
      WHEN NEW.kind <> line.kind AND NOT (NEW.kind = 'wasted_trip' AND line.unit = 'minutes') THEN 'contract_line_kind'
      WHEN line.language IS NOT NULL AND NEW.language IS DISTINCT FROM line.language THEN 'contract_line_language'
      WHEN NEW.day < line.valid_from OR coalesce(NEW.ends_on, NEW.day) > line.valid_to THEN 'contract_line_validity' END;
    IF TG_OP = 'UPDATE' THEN
      grows := OLD.contract_line_id IS DISTINCT FROM NEW.contract_line_id OR OLD.state = 'cancelled' OR OLD.over_reason IS NOT NULL
        OR contract_billable(contract_amount(line.unit, NEW.minutes, NEW.quantity), NEW.kind = 'wasted_trip', line.minimum, line.step)
         > contract_billable(contract_amount(line.unit, OLD.minutes, OLD.quantity), OLD.kind = 'wasted_trip', line.minimum, line.step);
    END IF;
    IF wrong IS NULL AND line.contract_state <> 'active' AND (TG_OP = 'INSERT' OR OLD.contract_line_id IS DISTINCT FROM NEW.contract_line_id) THEN
      wrong := 'contract_not_active';
    END IF;
    IF wrong IS NULL AND NEW.over_reason IS NULL AND grows AND contract_line_used(line.id, true) > line.bought THEN
      wrong := 'activity_within_package';
    END IF;
    IF wrong IS NOT NULL THEN
      RAISE EXCEPTION 'activity % does not fit contract line %', NEW.id, line.id USING ERRCODE = '23514', CONSTRAINT = wrong;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER activity_within_package
    AFTER INSERT OR UPDATE OF kind, state, day, ends_on, minutes, quantity, language, contract_line_id, over_reason ON activity
    FOR EACH ROW WHEN (NEW.contract_line_id IS NOT NULL AND NEW.state <> 'cancelled') EXECUTE FUNCTION activity_within_package();
`;

const LINE_STILL_FITS = `
  CREATE FUNCTION contract_line_within() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM contract c WHERE c.id = NEW.contract_id AND (NEW.valid_from < c.valid_from OR NEW.valid_to > c.valid_to) FOR SHARE;
    IF FOUND THEN
      RAISE EXCEPTION 'line % outlives its contract', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'contract_line_within_contract';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER contract_line_within AFTER INSERT OR UPDATE OF contract_id, valid_from, valid_to ON contract_line
    FOR EACH ROW EXECUTE FUNCTION contract_line_within();

  CREATE FUNCTION contract_still_holds() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM contract_line l WHERE l.contract_id = NEW.id AND (l.valid_from < NEW.valid_from OR l.valid_to > NEW.valid_to)) THEN
      RAISE EXCEPTION 'contract % no longer holds its lines', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'contract_line_within_contract';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER contract_still_holds AFTER UPDATE OF valid_from, valid_to ON contract FOR EACH ROW EXECUTE FUNCTION contract_still_holds();

  CREATE FUNCTION contract_line_still_fits() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE wrong text;
  BEGIN
    wrong := CASE
      WHEN EXISTS (SELECT FROM activity a WHERE a.contract_line_id = NEW.id AND a.state <> 'cancelled' AND (
          (OLD.kind <> NEW.kind) OR (NEW.language IS NOT NULL AND a.language IS DISTINCT FROM NEW.language)
          OR a.day < NEW.valid_from OR coalesce(a.ends_on, a.day) > NEW.valid_to)) THEN 'contract_line_in_use'
      WHEN contract_line_used(NEW.id, false) > NEW.bought THEN 'contract_line_below_used'
      WHEN (SELECT sum(h.amount) FROM hour_allotment h WHERE h.contract_line_id = NEW.id) > NEW.bought THEN 'contract_line_below_allotted' END;
    IF wrong IS NOT NULL THEN
      RAISE EXCEPTION 'line % no longer fits what was done on it', NEW.id USING ERRCODE = '23514', CONSTRAINT = wrong;
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER contract_line_still_fits AFTER UPDATE OF kind, language, bought, minimum, step, valid_from, valid_to ON contract_line
    FOR EACH ROW EXECUTE FUNCTION contract_line_still_fits();
`;

const ALLOTMENT_WITHIN = `
  CREATE FUNCTION hour_allotment_within_line() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE bought integer;
  BEGIN
    SELECT l.bought INTO bought FROM contract_line l WHERE l.id = NEW.contract_line_id FOR NO KEY UPDATE;
    IF (SELECT sum(h.amount) FROM hour_allotment h WHERE h.contract_line_id = NEW.contract_line_id) > bought THEN
      RAISE EXCEPTION 'line % is allotted beyond what was bought', NEW.contract_line_id
        USING ERRCODE = '23514', CONSTRAINT = 'hour_allotment_within_line';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER hour_allotment_within_line AFTER INSERT OR UPDATE ON hour_allotment
    FOR EACH ROW EXECUTE FUNCTION hour_allotment_within_line();
`;
