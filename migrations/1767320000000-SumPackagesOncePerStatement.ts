import { MigrationInterface, QueryRunner } from 'typeorm';

export class SumPackagesOncePerStatement1767320000000 implements MigrationInterface {
  name = 'SumPackagesOncePerStatement1767320000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(INSERTED_WITHIN);
    await db.query(`
      DROP TRIGGER activity_within_package ON activity;
      ${rowTrigger('UPDATE')}
      CREATE TRIGGER activities_within_packages AFTER INSERT ON activity REFERENCING NEW TABLE AS new_rows
        FOR EACH STATEMENT EXECUTE FUNCTION activities_within_packages();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER activities_within_packages ON activity;
      DROP TRIGGER activity_within_package ON activity;
      ${rowTrigger('INSERT OR UPDATE')}
      DROP FUNCTION activities_within_packages;
    `);
  }
}

const rowTrigger = (events: string) => `
  CREATE TRIGGER activity_within_package AFTER ${events} OF kind, state, day, ends_on, minutes, quantity, language, organisation_ids,
      territory_id, contract_line_id, over_reason ON activity
    FOR EACH ROW WHEN (NEW.contract_line_id IS NOT NULL AND NEW.state <> 'cancelled') EXECUTE FUNCTION activity_within_package();
`;

// The rules of activity_within_package, with one sum for all the rows that a statement puts on a line: row by row it grew with their
// square. Rows that come together stand beside each other; those that give a reason leave the room to those that give none.
const INSERTED_WITHIN = `
  CREATE FUNCTION activities_within_packages() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE line record; wrong text; used bigint;
  BEGIN
    IF NOT EXISTS (SELECT FROM new_rows WHERE contract_line_id IS NOT NULL) THEN
      RETURN NULL;
    END IF;
    FOR line IN
      SELECT l.*, k.unit, c.state AS contract_state
      FROM contract_line l JOIN activity_kind k ON k.code = l.kind JOIN contract c ON c.id = l.contract_id
      WHERE l.id IN (SELECT n.contract_line_id FROM new_rows n WHERE n.state <> 'cancelled')
      ORDER BY l.id FOR NO KEY UPDATE OF l
    LOOP
      used := contract_line_used(line.id, true);
      WITH taking AS (
        SELECT n.*, contract_billable(contract_amount(line.unit, n.minutes, n.quantity), n.kind = 'wasted_trip', line.minimum, line.step) AS billable
        FROM new_rows n WHERE n.contract_line_id = line.id AND n.state <> 'cancelled')
      SELECT CASE
        WHEN bool_or(t.kind <> line.kind AND NOT (t.kind = 'wasted_trip' AND line.unit = 'minutes')) THEN 'contract_line_kind'
        WHEN line.language IS NOT NULL AND bool_or(t.language IS DISTINCT FROM line.language) THEN 'contract_line_language'
        WHEN bool_or(t.day < line.valid_from OR coalesce(t.ends_on, t.day) > line.valid_to) THEN 'contract_line_validity'
        WHEN line.contract_state <> 'active' THEN 'contract_not_active'
        WHEN bool_or(t.over_reason IS NULL) AND used - coalesce(sum(t.billable) FILTER (WHERE t.over_reason IS NOT NULL), 0) > line.bought
          THEN 'activity_within_package'
        WHEN bool_or(t.over_reason IS NULL) AND EXISTS (
          SELECT FROM hour_allotment h JOIN taking a ON a.organisation_ids[1] = h.organisation_id OR a.territory_id = h.territory_id
          WHERE h.contract_line_id = line.id GROUP BY h.id
          HAVING bool_or(a.over_reason IS NULL) AND contract_allotment_used(h.id, true)
            - coalesce(sum(a.billable) FILTER (WHERE a.over_reason IS NOT NULL), 0) > h.amount) THEN 'activity_within_allotment' END
      INTO wrong FROM taking t;
      IF wrong IS NOT NULL THEN
        RAISE EXCEPTION 'activities do not fit contract line %', line.id USING ERRCODE = '23514', CONSTRAINT = wrong;
      END IF;
      IF used * 100 >= line.bought::bigint * 80 THEN
        PERFORM package_warn(line.id, used);
      END IF;
    END LOOP;
    RETURN NULL;
  END $$;
`;
