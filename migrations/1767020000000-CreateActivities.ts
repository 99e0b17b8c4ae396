import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateActivities1767020000000 implements MigrationInterface {
  name = 'CreateActivities1767020000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(ACCESS_KEYS);
    await db.query(KINDS);
    await db.query(SENT_PERIODS);
    await db.query(ACTIVITIES);
    await db.query(PEOPLE_AND_BODIES);
    await db.query(ROLL_UP);
    await db.query(SPREAD);
    await db.query(ROLL);
    await db.query(LOCK);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE activity_month, activity_organisation, activity_staff, activity, sent_period, activity_kind;
      DROP FUNCTION activity_roll, activity_spread, activity_lock, roll_up_quiet_slots;
      ALTER TABLE member DROP CONSTRAINT member_participation, DROP CONSTRAINT member_project;
      ALTER TABLE app_user DROP CONSTRAINT app_user_person;
      ALTER TABLE document DROP CONSTRAINT document_project_key, DROP CONSTRAINT document_participation_key;
      ALTER TABLE session DROP COLUMN project_id;
    `);
  }
}

// Access and documents came first and could not name these tables yet.
const ACCESS_KEYS = `
  ALTER TABLE member ADD CONSTRAINT member_project FOREIGN KEY (project_id) REFERENCES project,
    ADD CONSTRAINT member_participation FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id);
  ALTER TABLE app_user ADD CONSTRAINT app_user_person FOREIGN KEY (person_id) REFERENCES person;
  ALTER TABLE document ADD CONSTRAINT document_project_key FOREIGN KEY (project_id) REFERENCES project,
    ADD CONSTRAINT document_participation_key FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id);
  ALTER TABLE session ADD COLUMN project_id uuid REFERENCES project;
`;

const KINDS = `
  CREATE TABLE activity_kind (
    code text PRIMARY KEY,
    label text NOT NULL,
    unit text NOT NULL CHECK (unit IN ('minutes', 'pages', 'count')),
    needs_staff boolean NOT NULL DEFAULT false,
    position integer NOT NULL
  );
  INSERT INTO activity_kind (position, code, label, unit, needs_staff) VALUES
    (1, 'on_call_mediation', 'Mediazione a chiamata', 'minutes', true),
    (2, 'community_mediation', 'Mediazione di comunità', 'minutes', true),
    (3, 'scheduled_desk', 'Presidio di mediazione', 'minutes', true),
    (4, 'wasted_trip', 'Uscita a vuoto', 'count', true),
    (5, 'written_translation', 'Traduzione scritta', 'pages', true),
    (6, 'l2_workshop', 'Laboratorio di italiano L2', 'minutes', true),
    (7, 'intercultural_workshop', 'Laboratorio di inclusione multiculturale', 'minutes', true),
    (8, 'family_meeting', 'Incontro con le famiglie', 'minutes', false),
    (9, 'working_group', 'Gruppo di lavoro tematico', 'minutes', false),
    (10, 'information_meeting', 'Incontro informativo', 'minutes', false),
    (11, 'study_tour', 'Study tour', 'count', false),
    (12, 'seminar', 'Seminario', 'minutes', false),
    (13, 'research', 'Ricerca', 'minutes', false),
    (14, 'published_content', 'Contenuto pubblicato', 'count', false);
`;

// Days that a sent report already covers: what is logged there later is late.
const SENT_PERIODS = `
  CREATE TABLE sent_period (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    report_id uuid NOT NULL UNIQUE,
    report_number integer NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL CHECK (to_day >= from_day)
  );
  CREATE INDEX sent_period_days ON sent_period (project_id, from_day, to_day);
  REVOKE UPDATE, DELETE ON sent_period FROM capofila_app;
`;

const ACTIVITIES = `
  CREATE TABLE activity (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    work_item_id uuid NOT NULL,
    participation_id uuid,
    kind text NOT NULL REFERENCES activity_kind,
    state text NOT NULL CHECK (state IN ('planned', 'done', 'confirmed', 'cancelled')),
    day date NOT NULL,
    ends_on date,
    start_time time(0),
    end_time time(0),
    minutes integer NOT NULL DEFAULT 0 CHECK (minutes BETWEEN 0 AND 60000),
    quantity numeric(12,2) CHECK (quantity >= 0),
    place text,
    note text,
    participants integer CHECK (participants >= 0),
    women integer CHECK (women >= 0),
    men integer CHECK (men >= 0),
    staff_ids uuid[] NOT NULL DEFAULT '{}',
    organisation_ids uuid[] NOT NULL DEFAULT '{}',
    cancel_reason text,
    corrects_id uuid REFERENCES activity,
    report_id uuid,
    late boolean NOT NULL DEFAULT false,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (work_item_id, project_id) REFERENCES work_item (id, project_id),
    FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id),
    CONSTRAINT activity_ends_after_start CHECK (ends_on >= day),
    CONSTRAINT activity_both_times CHECK ((start_time IS NULL) = (end_time IS NULL)),
    CONSTRAINT activity_time_forward CHECK (ends_on > day OR end_time > start_time),
    CONSTRAINT activity_minutes_of_times CHECK (ends_on > day OR start_time IS NULL OR minutes = extract(epoch FROM end_time - start_time) / 60),
    CONSTRAINT activity_heads CHECK (coalesce(women, 0) + coalesce(men, 0) <= coalesce(participants, 0)),
    CONSTRAINT activity_cancel_reason CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
  );
  SELECT house_columns('activity');
  CREATE INDEX activity_newest ON activity (project_id, day DESC, id DESC);
  CREATE INDEX activity_by_kind ON activity (project_id, kind, day DESC, id DESC);
  CREATE INDEX activity_by_work_item ON activity (work_item_id, day DESC);
  CREATE INDEX activity_by_partner ON activity (participation_id, day DESC) WHERE participation_id IS NOT NULL;
  CREATE INDEX activity_by_report ON activity (report_id) WHERE report_id IS NOT NULL;
  CREATE UNIQUE INDEX activity_corrected_once ON activity (corrects_id) WHERE corrects_id IS NOT NULL AND state <> 'cancelled';
  SELECT audit_table('activity');
`;

// Who was there follows from the activity itself, whatever path the write takes, so that a person's time cannot be taken twice.
const PEOPLE_AND_BODIES = `
  CREATE TABLE activity_staff (
    activity_id uuid NOT NULL REFERENCES activity ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES person,
    span tsrange,
    PRIMARY KEY (activity_id, person_id),
    CONSTRAINT activity_staff_overlap EXCLUDE USING gist (person_id WITH =, span WITH &&) WHERE (span IS NOT NULL)
  );
  CREATE INDEX activity_staff_person ON activity_staff (person_id);
  CREATE TABLE activity_organisation (
    activity_id uuid NOT NULL REFERENCES activity ON DELETE CASCADE,
    organisation_id uuid NOT NULL REFERENCES organisation,
    PRIMARY KEY (activity_id, organisation_id)
  );
  CREATE INDEX activity_organisation_body ON activity_organisation (organisation_id);
  REVOKE INSERT, UPDATE, DELETE ON activity_staff, activity_organisation FROM capofila_app;
`;

const SPREAD = `
  CREATE FUNCTION activity_spread() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      DELETE FROM activity_staff s USING new_rows n WHERE s.activity_id = n.id;
      DELETE FROM activity_organisation o USING new_rows n WHERE o.activity_id = n.id;
    END IF;
    INSERT INTO activity_staff (activity_id, person_id, span)
    SELECT n.id, s.person, CASE WHEN n.state <> 'cancelled' AND n.start_time IS NOT NULL AND coalesce(n.ends_on, n.day) = n.day
      THEN tsrange(n.day + n.start_time, n.day + n.end_time) END
    FROM new_rows n CROSS JOIN LATERAL unnest(n.staff_ids) AS s(person);
    INSERT INTO activity_organisation (activity_id, organisation_id)
    SELECT n.id, o.body FROM new_rows n CROSS JOIN LATERAL unnest(n.organisation_ids) AS o(body);
    RETURN NULL;
  END $$;
  CREATE TRIGGER spread_insert AFTER INSERT ON activity REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION activity_spread();
  CREATE TRIGGER spread_update AFTER UPDATE ON activity REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION activity_spread();
`;

// Sums by what reports group by; the slot spreads writers of one project, kind and month over several rows.
const ROLL_UP = `
  CREATE TABLE activity_month (
    project_id uuid NOT NULL,
    kind text NOT NULL,
    month date NOT NULL,
    slot smallint NOT NULL,
    activities integer NOT NULL,
    minutes bigint NOT NULL,
    quantity numeric(14,2) NOT NULL,
    PRIMARY KEY (project_id, month, kind, slot)
  ) WITH (fillfactor = 70);
  REVOKE INSERT, UPDATE, DELETE ON activity_month FROM capofila_app;
`;

const ROLL = `
  CREATE FUNCTION activity_roll() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO activity_month AS m (project_id, kind, month, slot, activities, minutes, quantity)
      SELECT project_id, kind, date_trunc('month', day)::date, pg_backend_pid() % 16, count(*), sum(minutes), coalesce(sum(quantity), 0)
      FROM new_rows WHERE state IN ('done', 'confirmed')
      GROUP BY 1, 2, 3 ORDER BY 1, 3, 2
      ON CONFLICT (project_id, month, kind, slot) DO UPDATE SET activities = m.activities + excluded.activities,
        minutes = m.minutes + excluded.minutes, quantity = m.quantity + excluded.quantity;
      RETURN NULL;
    END IF;
    INSERT INTO activity_month AS m (project_id, kind, month, slot, activities, minutes, quantity)
    SELECT project_id, kind, date_trunc('month', day)::date, pg_backend_pid() % 16, sum(sign), sum(sign * minutes), sum(sign * coalesce(quantity, 0))
    FROM (SELECT 1 AS sign, project_id, kind, day, minutes, quantity FROM new_rows WHERE state IN ('done', 'confirmed')
          UNION ALL SELECT -1, project_id, kind, day, minutes, quantity FROM old_rows WHERE state IN ('done', 'confirmed')) d
    GROUP BY 1, 2, 3 HAVING sum(sign) <> 0 OR sum(sign * minutes) <> 0 OR sum(sign * coalesce(quantity, 0)) <> 0
    ORDER BY 1, 3, 2
    ON CONFLICT (project_id, month, kind, slot) DO UPDATE SET activities = m.activities + excluded.activities,
      minutes = m.minutes + excluded.minutes, quantity = m.quantity + excluded.quantity;
    RETURN NULL;
  END $$;
  CREATE TRIGGER roll_insert AFTER INSERT ON activity REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION activity_roll();
  CREATE TRIGGER roll_update AFTER UPDATE ON activity REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION activity_roll();

  CREATE FUNCTION roll_up_quiet_slots(before date) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE merged integer;
  BEGIN
    WITH gone AS (
      DELETE FROM activity_month WHERE (project_id, month, kind, slot) IN (
        SELECT project_id, month, kind, slot FROM activity_month WHERE month < before AND slot <> -1
        ORDER BY 1, 2, 3, 4 LIMIT 5000 FOR UPDATE SKIP LOCKED)
      RETURNING *),
    sums AS (SELECT project_id, kind, month, sum(activities) AS a, sum(minutes) AS m, sum(quantity) AS q FROM gone GROUP BY 1, 2, 3),
    put AS (
      INSERT INTO activity_month AS t (project_id, kind, month, slot, activities, minutes, quantity)
      SELECT project_id, kind, month, -1, a, m, q FROM sums ORDER BY 1, 3, 2
      ON CONFLICT (project_id, month, kind, slot) DO UPDATE SET activities = t.activities + excluded.activities,
        minutes = t.minutes + excluded.minutes, quantity = t.quantity + excluded.quantity)
    SELECT count(*) INTO merged FROM gone;
    RETURN merged;
  END $$;
`;

// What a sent report holds stays as it was: it may only be cancelled by a correction that names it.
const LOCK = `
  CREATE FUNCTION activity_lock() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE free text[] := '{state,cancel_reason,version,updated_at,updated_by,report_id}';
  BEGIN
    IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free OR (NEW.state <> OLD.state AND NEW.state <> 'cancelled')
      OR NEW.report_id IS DISTINCT FROM OLD.report_id THEN
      RAISE EXCEPTION 'activity % is held by a sent report', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'activity_locked';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER activity_lock BEFORE UPDATE ON activity FOR EACH ROW WHEN (OLD.report_id IS NOT NULL) EXECUTE FUNCTION activity_lock();
  REVOKE DELETE ON activity FROM capofila_app;
`;
