import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReports1767040001000 implements MigrationInterface {
  name = 'CreateReports1767040001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(REPORT);
    await db.query(SENT_STAYS_SENT);
    await db.query(SNAPSHOT);
    await db.query(APPEND_ONLY);
    await db.query(HELD_BY);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sent_period DROP CONSTRAINT sent_period_report;
      ALTER TABLE expense DROP CONSTRAINT expense_report_key;
      ALTER TABLE activity DROP CONSTRAINT activity_report;
      DROP TABLE report_file, report_figure_row, report_row, report_snapshot, report;
      DROP FUNCTION append_only, report_lock;
    `);
  }
}

const REPORT = `
  CREATE TABLE report (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    number integer NOT NULL CHECK (number > 0),
    kind text NOT NULL CHECK (kind IN ('quarterly_sheet')),
    from_day date NOT NULL,
    to_day date NOT NULL,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'superseded')),
    corrects_id uuid,
    synthesis text,
    strengths text,
    deviations text,
    problems text,
    team_changes text,
    network_roles text,
    sent_at timestamptz,
    sent_by uuid REFERENCES app_user,
    sha256 text,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    UNIQUE (project_id, number),
    FOREIGN KEY (corrects_id, project_id) REFERENCES report (id, project_id),
    CONSTRAINT report_whole_quarter CHECK (
      from_day = date_trunc('quarter', from_day) AND to_day = date_trunc('quarter', from_day) + interval '3 months - 1 day'),
    CONSTRAINT report_sent_whole CHECK ((state = 'draft') = (sent_at IS NULL) AND (sent_at IS NULL) = (sha256 IS NULL)),
    CONSTRAINT report_corrects_other CHECK (corrects_id <> id)
  );
  CREATE UNIQUE INDEX report_period_once ON report (project_id, kind, from_day) WHERE corrects_id IS NULL;
  CREATE UNIQUE INDEX report_corrected_once ON report (corrects_id) WHERE corrects_id IS NOT NULL;
  SELECT house_columns('report');
  SELECT audit_table('report');
`;

// A report that has been sent can only be superseded by its correction; only a draft can be thrown away.
const SENT_STAYS_SENT = `
  CREATE FUNCTION report_lock() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE free text[] := '{state,version,updated_at,updated_by}';
  BEGIN
    IF TG_OP = 'DELETE' OR to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free OR NEW.state = 'draft' THEN
      RAISE EXCEPTION 'report % was sent', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'report_sent';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER report_lock BEFORE UPDATE OR DELETE ON report FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION report_lock();
`;

// The content is json, not jsonb: its text is kept to the letter, so that its hash can be checked.
const SNAPSHOT = `
  CREATE TABLE report_snapshot (
    report_id uuid PRIMARY KEY,
    project_id uuid NOT NULL,
    content json NOT NULL,
    sha256 text NOT NULL,
    audit_seal text,
    frozen_at timestamptz NOT NULL,
    FOREIGN KEY (report_id, project_id) REFERENCES report (id, project_id)
  );
  CREATE TABLE report_row (
    report_id uuid NOT NULL REFERENCES report_snapshot,
    row_table text NOT NULL,
    row_id uuid NOT NULL,
    row_version integer NOT NULL,
    day date,
    label text NOT NULL,
    detail text NOT NULL,
    late boolean NOT NULL,
    PRIMARY KEY (report_id, row_table, row_id)
  );
  CREATE TABLE report_figure_row (
    report_id uuid NOT NULL,
    figure_key text NOT NULL,
    row_table text NOT NULL,
    row_id uuid NOT NULL,
    amount numeric(14,2) NOT NULL,
    PRIMARY KEY (report_id, figure_key, row_table, row_id),
    FOREIGN KEY (report_id, row_table, row_id) REFERENCES report_row
  );
  CREATE INDEX report_figure_row_told ON report_figure_row (row_id, figure_key);
  CREATE TABLE report_file (
    report_id uuid NOT NULL REFERENCES report_snapshot,
    format text NOT NULL CHECK (format IN ('pdf', 'xlsx', 'csv')),
    document_id uuid NOT NULL REFERENCES document,
    sha256 text NOT NULL,
    size_bytes integer NOT NULL,
    PRIMARY KEY (report_id, format)
  );
`;

// The revoke stops the runtime role; the trigger also stops a deployment that has only one role.
const APPEND_ONLY = `
  CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'append_only';
  END $$;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON report_snapshot FOR EACH ROW EXECUTE FUNCTION append_only();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON report_row FOR EACH ROW EXECUTE FUNCTION append_only();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON report_figure_row FOR EACH ROW EXECUTE FUNCTION append_only();
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON report_file FOR EACH ROW EXECUTE FUNCTION append_only();
  REVOKE UPDATE, DELETE, TRUNCATE ON report_snapshot, report_row, report_figure_row, report_file FROM capofila_app;
`;

// Activities, expenses and sent periods came first and could not name this table yet.
const HELD_BY = `
  ALTER TABLE activity ADD CONSTRAINT activity_report FOREIGN KEY (report_id, project_id) REFERENCES report (id, project_id);
  ALTER TABLE expense ADD CONSTRAINT expense_report_key FOREIGN KEY (report_id, project_id) REFERENCES report (id, project_id);
  ALTER TABLE sent_period ADD CONSTRAINT sent_period_report FOREIGN KEY (report_id, project_id) REFERENCES report (id, project_id);
`;
