import { MigrationInterface, QueryRunner } from 'typeorm';

export class LimitAllotmentsAndWarn1767220000000 implements MigrationInterface {
  name = 'LimitAllotmentsAndWarn1767220000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(ALERTS);
    await db.query(ALLOTMENT_USED);
    await db.query(activityWithin({ limits: LIMITS, warns: WARNS }));
    await db.query(`
      DROP TRIGGER activity_within_package ON activity;
      ${triggerOn('kind, state, day, ends_on, minutes, quantity, language, organisation_ids, territory_id, contract_line_id, over_reason')}
    `);
    await db.query(ALLOTMENT_WITHIN);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(ALLOTMENT_WITHIN_LINE_ONLY);
    await db.query(`
      DROP TRIGGER activity_within_package ON activity;
      ${triggerOn('kind, state, day, ends_on, minutes, quantity, language, contract_line_id, over_reason')}
    `);
    await db.query(activityWithin({ limits: '', warns: '' }));
    await db.query(`
      DROP TRIGGER contract_line_warns ON contract_line;
      DROP FUNCTION contract_line_warns, package_warn(uuid, bigint), contract_allotment_used;
      DROP TABLE package_alert;
    `);
  }
}

// Told once for each line, threshold and quantity bought: what falls below and rises again is no news, a package that was enlarged is another one.
const ALERTS = `
  CREATE TABLE package_alert (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    contract_line_id uuid NOT NULL REFERENCES contract_line ON DELETE CASCADE,
    threshold smallint NOT NULL CHECK (threshold IN (80, 95)),
    bought integer NOT NULL,
    reached_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT package_alert_once UNIQUE (contract_line_id, threshold, bought)
  );
  REVOKE UPDATE, DELETE ON package_alert FROM capofila_app;

  CREATE FUNCTION package_warn(line uuid, used bigint) RETURNS void LANGUAGE sql AS $$
    WITH told AS (
      INSERT INTO package_alert (contract_line_id, threshold, bought)
      SELECT l.id, t.threshold, l.bought FROM contract_line l CROSS JOIN (VALUES (80), (95)) t (threshold)
      WHERE l.id = line AND used * 100 >= l.bought::bigint * t.threshold
      ON CONFLICT DO NOTHING RETURNING id, threshold)
    INSERT INTO outbox (topic, payload)
    SELECT 'contracts.package-alert', jsonb_build_object('alertId', id) FROM told ORDER BY threshold DESC LIMIT 1
  $$;

  CREATE FUNCTION contract_line_warns() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM package_warn(NEW.id, contract_line_used(NEW.id, true));
    RETURN NULL;
  END $$;
  CREATE TRIGGER contract_line_warns AFTER UPDATE OF bought, minimum, step ON contract_line
    FOR EACH ROW EXECUTE FUNCTION contract_line_warns();
`;

// The body that stands first is the one that asked, as in the view of the packages.
const ALLOTMENT_USED = `
  CREATE FUNCTION contract_allotment_used(allotment uuid, justified boolean) RETURNS bigint LANGUAGE sql VOLATILE AS $$
    SELECT coalesce(sum(contract_billable(contract_amount(k.unit, a.minutes, a.quantity), a.kind = 'wasted_trip', l.minimum, l.step)), 0)::bigint
    FROM hour_allotment h JOIN contract_line l ON l.id = h.contract_line_id JOIN activity_kind k ON k.code = l.kind
    JOIN activity a ON a.contract_line_id = l.id AND a.state <> 'cancelled' AND (justified OR a.over_reason IS NULL)
      AND (a.organisation_ids[1] = h.organisation_id OR a.territory_id = h.territory_id)
    WHERE h.id = allotment
  $$;
`;

const WARNS = `
    IF grows AND used * 100 >= line.bought::bigint * 80 THEN
      PERFORM package_warn(line.id, used);
    END IF;`;

const LIMITS = `
    IF wrong IS NULL AND NEW.over_reason IS NULL AND (grows OR OLD.organisation_ids[1] IS DISTINCT FROM NEW.organisation_ids[1]
        OR OLD.territory_id IS DISTINCT FROM NEW.territory_id)
      AND EXISTS (SELECT FROM hour_allotment h WHERE h.contract_line_id = line.id
        AND (h.organisation_id = NEW.organisation_ids[1] OR h.territory_id = NEW.territory_id)
        AND contract_allotment_used(h.id, true) > h.amount) THEN
      wrong := 'activity_within_allotment';
    END IF;`;

// As in HoldPackages, with what an allotment limits and who is warned.
const activityWithin = ({ limits, warns }: { limits: string; warns: string }) => `
  CREATE OR REPLACE FUNCTION activity_within_package() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE line record; wrong text; grows boolean := true; used bigint := 0;
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
    IF wrong IS NULL AND grows THEN
      used := contract_line_used(line.id, true);
    END IF;
    IF wrong IS NULL AND NEW.over_reason IS NULL AND used > line.bought THEN
      wrong := 'activity_within_package';
    END IF;${limits}
    IF wrong IS NOT NULL THEN
      RAISE EXCEPTION 'activity % does not fit contract line %', NEW.id, line.id USING ERRCODE = '23514', CONSTRAINT = wrong;
    END IF;${warns}
    RETURN NULL;
  END $$;
`;

const triggerOn = (columns: string) => `
  CREATE TRIGGER activity_within_package AFTER INSERT OR UPDATE OF ${columns} ON activity
    FOR EACH ROW WHEN (NEW.contract_line_id IS NOT NULL AND NEW.state <> 'cancelled') EXECUTE FUNCTION activity_within_package();
`;

const allotmentWithin = (used: string) => `
  CREATE OR REPLACE FUNCTION hour_allotment_within_line() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE bought integer;
  BEGIN
    SELECT l.bought INTO bought FROM contract_line l WHERE l.id = NEW.contract_line_id FOR NO KEY UPDATE;
    IF (SELECT sum(h.amount) FROM hour_allotment h WHERE h.contract_line_id = NEW.contract_line_id) > bought THEN
      RAISE EXCEPTION 'line % is allotted beyond what was bought', NEW.contract_line_id
        USING ERRCODE = '23514', CONSTRAINT = 'hour_allotment_within_line';
    END IF;${used}
    RETURN NULL;
  END $$;
`;
const ALLOTMENT_WITHIN_LINE_ONLY = allotmentWithin('');
const ALLOTMENT_WITHIN = allotmentWithin(`
    IF contract_allotment_used(NEW.id, false) > NEW.amount THEN
      RAISE EXCEPTION 'allotment % is below what was used', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'hour_allotment_below_used';
    END IF;`);
