import { MigrationInterface, QueryRunner } from 'typeorm';

export class ExtendActivities1767100000000 implements MigrationInterface {
  name = 'ExtendActivities1767100000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TERRITORIES);
    await db.query(CONTRACTS);
    await db.query(COURSES);
    await db.query(SERIES);
    await db.query(KINDS);
    await db.query(ACTIVITIES);
    await db.query(SHARED_TIME);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE activity_staff DROP CONSTRAINT activity_staff_overlap, DROP COLUMN shared;
      ALTER TABLE activity_staff ADD CONSTRAINT activity_staff_overlap
        EXCLUDE USING gist (person_id WITH =, span WITH &&) WHERE (span IS NOT NULL);
      DROP TRIGGER activity_share ON activity;
      DROP FUNCTION activity_share;
      ALTER TABLE activity DROP CONSTRAINT activity_minutes_of_times;
      ALTER TABLE activity DROP COLUMN language, DROP COLUMN territory_id, DROP COLUMN contract_line_id, DROP COLUMN over_reason,
        DROP COLUMN course_id, DROP COLUMN series_id, DROP COLUMN shared_id;
      ALTER TABLE activity ADD CONSTRAINT activity_minutes_of_times
        CHECK (ends_on > day OR start_time IS NULL OR minutes = extract(epoch FROM end_time - start_time) / 60);
      ALTER TABLE activity_kind DROP COLUMN needs_language, DROP COLUMN needs_bodies, DROP COLUMN needs_territory, DROP COLUMN takes_register;
      DROP TABLE activity_series, course, hour_allotment, contract_line, contract, territory_member, territory;
    `);
    await db.query(SPREAD_WITHOUT_SHARES);
  }
}

const TERRITORIES = `
  CREATE TABLE territory (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    kind text NOT NULL CHECK (kind IN ('municipality', 'province', 'social_ambit', 'health_district', 'quadrant', 'other')),
    name text NOT NULL,
    istat_code text,
    province_id uuid REFERENCES territory,
    demonstration boolean NOT NULL DEFAULT false,
    CONSTRAINT territory_once UNIQUE (kind, name)
  );
  SELECT house_columns('territory');
  SELECT audit_table('territory');
  CREATE TABLE territory_member (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    territory_id uuid NOT NULL REFERENCES territory,
    member_id uuid NOT NULL REFERENCES territory,
    from_day date,
    to_day date,
    CONSTRAINT territory_member_forward CHECK (to_day >= from_day),
    CONSTRAINT territory_member_other CHECK (member_id <> territory_id),
    CONSTRAINT territory_member_once EXCLUDE USING gist (territory_id WITH =, member_id WITH =, daterange(from_day, to_day, '[]') WITH &&)
  );
  CREATE INDEX territory_member_of ON territory_member (member_id);
  SELECT house_columns('territory_member');
  SELECT audit_table('territory_member');
`;

// Bought, minimum and step are in the kind's unit: whole minutes, pages or pieces.
const CONTRACTS = `
  CREATE TABLE contract (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    organisation_id uuid REFERENCES organisation,
    person_id uuid REFERENCES person,
    title text NOT NULL,
    reference text,
    signed_on date,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    state text NOT NULL DEFAULT 'active' CHECK (state IN ('draft', 'active', 'closed')),
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    CONSTRAINT contract_with CHECK (num_nonnulls(organisation_id, person_id) >= 1),
    CONSTRAINT contract_forward CHECK (valid_to >= valid_from)
  );
  SELECT house_columns('contract');
  CREATE INDEX contract_project ON contract (project_id, valid_from DESC);
  SELECT audit_table('contract');

  CREATE TABLE contract_line (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    contract_id uuid NOT NULL,
    kind text NOT NULL REFERENCES activity_kind,
    language text,
    unit_rate numeric(14,2) CHECK (unit_rate >= 0),
    bought integer NOT NULL CHECK (bought > 0),
    minimum integer NOT NULL DEFAULT 0 CHECK (minimum >= 0),
    step integer NOT NULL DEFAULT 1 CHECK (step >= 1),
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (contract_id, project_id) REFERENCES contract (id, project_id),
    CONSTRAINT contract_line_forward CHECK (valid_to >= valid_from)
  );
  SELECT house_columns('contract_line');
  CREATE INDEX contract_line_contract ON contract_line (contract_id);
  SELECT audit_table('contract_line');

  CREATE TABLE hour_allotment (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    contract_line_id uuid NOT NULL,
    organisation_id uuid REFERENCES organisation,
    territory_id uuid REFERENCES territory,
    amount integer NOT NULL CHECK (amount > 0),
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (contract_line_id, project_id) REFERENCES contract_line (id, project_id),
    CONSTRAINT hour_allotment_to_one CHECK (num_nonnulls(organisation_id, territory_id) = 1),
    CONSTRAINT hour_allotment_once UNIQUE NULLS NOT DISTINCT (contract_line_id, organisation_id, territory_id)
  );
  SELECT house_columns('hour_allotment');
  SELECT audit_table('hour_allotment');
`;

const COURSES = `
  CREATE TABLE course (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    work_item_id uuid NOT NULL,
    participation_id uuid,
    school_id uuid REFERENCES organisation,
    building_id uuid REFERENCES organisation,
    title text NOT NULL,
    school_year text NOT NULL CHECK (school_year ~ '^[0-9]{4}/[0-9]{2}$'),
    level_in text,
    level_out text,
    planned_minutes integer NOT NULL CHECK (planned_minutes > 0),
    threshold_percent smallint CHECK (threshold_percent BETWEEN 1 AND 100),
    seats integer CHECK (seats > 0),
    classes text[] NOT NULL DEFAULT '{}',
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed', 'cancelled')),
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (work_item_id, project_id) REFERENCES work_item (id, project_id),
    FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id)
  );
  SELECT house_columns('course');
  CREATE INDEX course_project ON course (project_id, school_year DESC, title);
  SELECT audit_table('course');
`;

const SERIES = `
  CREATE TABLE activity_series (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    rule text NOT NULL,
    first_day date NOT NULL,
    left_out date[] NOT NULL DEFAULT '{}',
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id)
  );
  SELECT house_columns('activity_series');
  SELECT audit_table('activity_series');
`;

const KINDS = `
  ALTER TABLE activity_kind ADD COLUMN needs_language boolean NOT NULL DEFAULT false,
    ADD COLUMN needs_bodies boolean NOT NULL DEFAULT false, ADD COLUMN needs_territory boolean NOT NULL DEFAULT false,
    ADD COLUMN takes_register boolean NOT NULL DEFAULT false;
  UPDATE activity_kind SET takes_register = true WHERE code IN ('l2_workshop', 'intercultural_workshop', 'family_meeting', 'seminar', 'study_tour');
`;

// What one piece of work gives to several projects is a row in each, with its own minutes; together they never exceed the time it took.
const ACTIVITIES = `
  ALTER TABLE activity ADD COLUMN language text, ADD COLUMN territory_id uuid REFERENCES territory,
    ADD COLUMN contract_line_id uuid, ADD COLUMN over_reason text, ADD COLUMN course_id uuid, ADD COLUMN series_id uuid, ADD COLUMN shared_id uuid,
    ADD FOREIGN KEY (contract_line_id, project_id) REFERENCES contract_line (id, project_id),
    ADD FOREIGN KEY (course_id, project_id) REFERENCES course (id, project_id),
    ADD FOREIGN KEY (series_id, project_id) REFERENCES activity_series (id, project_id);
  CREATE INDEX activity_by_contract_line ON activity (contract_line_id, day) WHERE contract_line_id IS NOT NULL;
  CREATE INDEX activity_by_course ON activity (course_id, day) WHERE course_id IS NOT NULL;
  CREATE INDEX activity_by_series ON activity (series_id, day) WHERE series_id IS NOT NULL;
  CREATE INDEX activity_by_share ON activity (shared_id) WHERE shared_id IS NOT NULL;
  ALTER TABLE activity DROP CONSTRAINT activity_minutes_of_times, ADD CONSTRAINT activity_minutes_of_times
    CHECK (ends_on > day OR start_time IS NULL OR minutes = extract(epoch FROM end_time - start_time) / 60
      OR (shared_id IS NOT NULL AND minutes < extract(epoch FROM end_time - start_time) / 60));
`;

const SPREAD_OF = (columns: string, values: string) => `
  CREATE OR REPLACE FUNCTION activity_spread() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      DELETE FROM activity_staff s USING new_rows n WHERE s.activity_id = n.id;
      DELETE FROM activity_organisation o USING new_rows n WHERE o.activity_id = n.id;
    END IF;
    INSERT INTO activity_staff (activity_id, person_id, span${columns})
    SELECT n.id, s.person, CASE WHEN n.state <> 'cancelled' AND n.start_time IS NOT NULL AND coalesce(n.ends_on, n.day) = n.day
      THEN tsrange(n.day + n.start_time, n.day + n.end_time) END${values}
    FROM new_rows n CROSS JOIN LATERAL unnest(n.staff_ids) AS s(person);
    INSERT INTO activity_organisation (activity_id, organisation_id)
    SELECT n.id, o.body FROM new_rows n CROSS JOIN LATERAL unnest(n.organisation_ids) AS o(body);
    RETURN NULL;
  END $$;
`;

const SPREAD_WITHOUT_SHARES = SPREAD_OF('', '');

const SHARED_TIME = `
  ALTER TABLE activity_staff ADD COLUMN shared uuid;
  UPDATE activity_staff SET shared = activity_id;
  ALTER TABLE activity_staff ALTER COLUMN shared SET NOT NULL, DROP CONSTRAINT activity_staff_overlap;
  ALTER TABLE activity_staff ADD CONSTRAINT activity_staff_overlap
    EXCLUDE USING gist (person_id WITH =, span WITH &&, shared WITH <>) WHERE (span IS NOT NULL);
  ${SPREAD_OF(', shared', ', coalesce(n.shared_id, n.id)')}

  CREATE FUNCTION activity_share() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE wrong boolean;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('activity_share' || NEW.shared_id));
    SELECT sum(minutes) > min(extract(epoch FROM end_time - start_time) / 60)
        OR count(DISTINCT (day, start_time, end_time, staff_ids)) > 1 OR count(DISTINCT project_id) < count(*)
      INTO wrong FROM activity WHERE shared_id = NEW.shared_id AND state <> 'cancelled';
    IF wrong THEN
      RAISE EXCEPTION 'shares of % do not add up', NEW.shared_id USING ERRCODE = '23514', CONSTRAINT = 'activity_shares_of_time';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER activity_share AFTER INSERT OR UPDATE ON activity DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.shared_id IS NOT NULL) EXECUTE FUNCTION activity_share();
`;
