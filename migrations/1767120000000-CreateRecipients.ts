import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRecipients1767120000000 implements MigrationInterface {
  name = 'CreateRecipients1767120000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(UNION_MEMBERS);
    await db.query(RECIPIENTS);
    await db.query(COURSES);
    await db.query(ATTENDANCE);
    await db.query(WITHIN_THE_ACTIVITY);
    await db.query(WITH_THE_ACTIVITY);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER activity_attendance_copied ON activity;
      DROP TRIGGER activity_attendance_fits ON activity;
      DROP TABLE attendance, enrolment, course_teacher, intake, recipient, union_member;
      DROP FUNCTION attendance_within, activity_attendance_copied, activity_attendance_fits;
    `);
  }
}

// Accession treaties, and for the United Kingdom the Withdrawal Agreement, whose articles 126 and 127 keep Union law until the end of 2020.
const UNION_MEMBERS = `
  CREATE TABLE union_member (
    country text PRIMARY KEY CHECK (country ~ '^[A-Z]{2}$'),
    from_day date NOT NULL,
    to_day date,
    source text NOT NULL
  );
  INSERT INTO union_member (country, from_day, to_day, source)
  SELECT c, d::date, NULL, s FROM (VALUES
    ('1958-01-01', 'Trattato di Roma, in vigore dal 1 gennaio 1958', ARRAY['BE','DE','FR','IT','LU','NL']),
    ('1973-01-01', 'Trattato di adesione del 1972', ARRAY['DK','IE']),
    ('1981-01-01', 'Trattato di adesione del 1979', ARRAY['GR']),
    ('1986-01-01', 'Trattato di adesione del 1985', ARRAY['ES','PT']),
    ('1995-01-01', 'Trattato di adesione del 1994', ARRAY['AT','FI','SE']),
    ('2004-05-01', 'Trattato di adesione del 2003', ARRAY['CY','CZ','EE','HU','LT','LV','MT','PL','SI','SK']),
    ('2007-01-01', 'Trattato di adesione del 2005', ARRAY['BG','RO']),
    ('2013-07-01', 'Trattato di adesione del 2011', ARRAY['HR'])
  ) AS m(d, s, countries), unnest(m.countries) AS c;
  INSERT INTO union_member VALUES ('GB', '1973-01-01', '2020-12-31',
    'Trattato di adesione del 1972; recesso dal 31 gennaio 2020, con periodo di transizione fino al 31 dicembre 2020 (accordo di recesso, articoli 126 e 127)');
  REVOKE INSERT, UPDATE, DELETE ON union_member FROM capofila_app;
`;

// A recipient is a code of the whole institute. person_id names the code that stands for the same person after merges: itself, at first.
const RECIPIENTS = `
  CREATE TABLE recipient (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    code text NOT NULL CONSTRAINT recipient_code_once UNIQUE CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
    person_id uuid NOT NULL REFERENCES recipient DEFERRABLE INITIALLY DEFERRED,
    initials text CHECK (char_length(initials) <= 6),
    birth_year smallint CHECK (birth_year BETWEEN 1900 AND 2100),
    age_band text CHECK (age_band IN ('under_18', '18_60', 'over_60')),
    gender text CHECK (gender IN ('female', 'male', 'other')),
    citizenship text NOT NULL DEFAULT 'XX' CHECK (citizenship ~ '^[A-Z]{2}$' OR citizenship = 'stateless'),
    citizenship_proof text CHECK (citizenship_proof IN ('document', 'permit', 'school', 'declaration')),
    flags text[] NOT NULL DEFAULT '{}' CHECK (flags <@ ARRAY['pupil', 'unaccompanied_minor', 'asylum_seeker', 'protection_holder', 'family_reunion']),
    demonstration boolean NOT NULL DEFAULT false,
    CONSTRAINT recipient_one_age CHECK (num_nonnulls(birth_year, age_band) <= 1)
  );
  SELECT house_columns('recipient');
  CREATE INDEX recipient_person ON recipient (person_id);
  SELECT audit_table('recipient');

  CREATE TABLE intake (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    participation_id uuid,
    recipient_id uuid NOT NULL REFERENCES recipient,
    taken_on date NOT NULL,
    notice_on date,
    notice_to text CHECK (notice_to IN ('person', 'guardian')),
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id),
    CONSTRAINT intake_once UNIQUE NULLS NOT DISTINCT (project_id, recipient_id, participation_id),
    CONSTRAINT intake_notice CHECK ((notice_on IS NULL) = (notice_to IS NULL))
  );
  SELECT house_columns('intake');
  CREATE INDEX intake_recipient ON intake (recipient_id);
  SELECT audit_table('intake');
`;

const COURSES = `
  CREATE TABLE course_teacher (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    course_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES person,
    internal boolean NOT NULL,
    FOREIGN KEY (course_id, project_id) REFERENCES course (id, project_id),
    CONSTRAINT course_teacher_once UNIQUE (course_id, person_id)
  );
  SELECT house_columns('course_teacher');
  CREATE INDEX course_teacher_person ON course_teacher (person_id);
  SELECT audit_table('course_teacher');

  CREATE TABLE enrolment (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    course_id uuid NOT NULL,
    recipient_id uuid NOT NULL REFERENCES recipient,
    status text NOT NULL DEFAULT 'regular' CHECK (status IN ('regular', 'listener', 'withdrawn')),
    from_day date NOT NULL,
    to_day date,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (course_id, project_id) REFERENCES course (id, project_id),
    CONSTRAINT enrolment_once UNIQUE (course_id, recipient_id),
    CONSTRAINT enrolment_forward CHECK (to_day >= from_day),
    CONSTRAINT enrolment_withdrawn CHECK ((status = 'withdrawn') = (to_day IS NOT NULL))
  );
  SELECT house_columns('enrolment');
  CREATE INDEX enrolment_recipient ON enrolment (recipient_id);
  SELECT audit_table('enrolment');
`;

const ATTENDANCE = `
  CREATE TABLE attendance (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL,
    activity_id uuid NOT NULL,
    recipient_id uuid NOT NULL REFERENCES recipient,
    present boolean NOT NULL,
    minutes integer NOT NULL CHECK (minutes >= 0),
    demonstration boolean NOT NULL DEFAULT false,
    FOREIGN KEY (activity_id, project_id) REFERENCES activity (id, project_id),
    CONSTRAINT attendance_once UNIQUE (activity_id, recipient_id),
    CONSTRAINT attendance_absent CHECK (present OR minutes = 0)
  );
  SELECT house_columns('attendance');
  CREATE INDEX attendance_recipient ON attendance (recipient_id);
  SELECT audit_table('attendance');
`;

// What a sent report holds keeps its presences; nobody is present longer than the activity lasted, nor at one that never was.
const WITHIN_THE_ACTIVITY = `
  CREATE FUNCTION attendance_within() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE a activity; r attendance := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  BEGIN
    SELECT * INTO STRICT a FROM activity WHERE id = r.activity_id FOR SHARE;
    IF a.report_id IS NOT NULL THEN
      RAISE EXCEPTION 'activity % is held by a sent report', a.id USING ERRCODE = '23514', CONSTRAINT = 'attendance_locked';
    END IF;
    IF TG_OP <> 'DELETE' AND (r.minutes > a.minutes OR a.state = 'cancelled') THEN
      RAISE EXCEPTION 'attendance beyond activity %', a.id USING ERRCODE = '23514', CONSTRAINT = 'attendance_within';
    END IF;
    RETURN r;
  END $$;
  CREATE TRIGGER attendance_within BEFORE INSERT OR UPDATE OR DELETE ON attendance FOR EACH ROW EXECUTE FUNCTION attendance_within();
`;

// The correction of an activity takes its presences along, as far as they still fit.
const WITH_THE_ACTIVITY = `
  CREATE FUNCTION activity_attendance_copied() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    INSERT INTO attendance (project_id, activity_id, recipient_id, present, minutes, demonstration)
    SELECT project_id, NEW.id, recipient_id, present, least(minutes, NEW.minutes), demonstration
    FROM attendance WHERE activity_id = NEW.corrects_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER activity_attendance_copied AFTER INSERT ON activity FOR EACH ROW
    WHEN (NEW.corrects_id IS NOT NULL) EXECUTE FUNCTION activity_attendance_copied();

  CREATE FUNCTION activity_attendance_fits() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  BEGIN
    IF EXISTS (SELECT FROM attendance WHERE activity_id = NEW.id AND minutes > NEW.minutes) THEN
      RAISE EXCEPTION 'attendance beyond activity %', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'activity_attendance_fits';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER activity_attendance_fits AFTER UPDATE ON activity FOR EACH ROW
    WHEN (NEW.minutes < OLD.minutes) EXECUTE FUNCTION activity_attendance_fits();
`;
