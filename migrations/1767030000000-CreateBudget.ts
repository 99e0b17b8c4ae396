import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateBudget1767030000000 implements MigrationInterface {
  name = 'CreateBudget1767030000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(BUDGET);
    await db.query(VERSION_FROZEN);
    await db.query(LINE_FROZEN);
    await db.query(LINE_BELONGS);
    await db.query(LINE_SOURCES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE budget_line_source, budget_line, budget_version, funding_source;
      DROP FUNCTION budget_line_sources_sum, budget_line_belongs, budget_line_frozen, budget_version_frozen;
    `);
  }
}

// A line keeps its stable key from version to version: an expense charged on an earlier version still counts.
const BUDGET = `
  CREATE TABLE funding_source (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    code text NOT NULL CHECK (code <> ''),
    label text NOT NULL CHECK (label <> ''),
    rate numeric(9,6) NOT NULL CHECK (rate > 0 AND rate <= 1),
    position integer NOT NULL,
    UNIQUE (id, project_id),
    UNIQUE (project_id, code),
    UNIQUE (project_id, position)
  );
  CREATE TABLE budget_version (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    number integer NOT NULL CHECK (number > 0),
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved', 'superseded')),
    approved_on date,
    act text,
    note text,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    UNIQUE (project_id, number),
    CHECK ((state = 'draft') = (approved_on IS NULL))
  );
  CREATE UNIQUE INDEX budget_version_one_approved ON budget_version (project_id) WHERE state = 'approved';
  CREATE UNIQUE INDEX budget_version_one_draft ON budget_version (project_id) WHERE state = 'draft';
  CREATE TABLE budget_line (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL,
    budget_version_id uuid NOT NULL,
    participation_id uuid NOT NULL,
    work_item_id uuid,
    cost_category_id uuid NOT NULL REFERENCES cost_category,
    stable_key uuid NOT NULL DEFAULT uuidv7(),
    description text NOT NULL CHECK (description <> ''),
    planned numeric(14,2) NOT NULL CHECK (planned >= 0),
    UNIQUE (id, project_id),
    UNIQUE (id, project_id, participation_id),
    UNIQUE (budget_version_id, stable_key),
    FOREIGN KEY (budget_version_id, project_id) REFERENCES budget_version (id, project_id),
    FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id),
    FOREIGN KEY (work_item_id, project_id) REFERENCES work_item (id, project_id)
  );
  CREATE INDEX budget_line_key ON budget_line (stable_key);
  CREATE INDEX budget_line_participation ON budget_line (participation_id);
  CREATE TABLE budget_line_source (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL,
    budget_line_id uuid NOT NULL,
    funding_source_id uuid NOT NULL,
    amount numeric(14,2) NOT NULL CHECK (amount >= 0),
    UNIQUE (budget_line_id, funding_source_id),
    FOREIGN KEY (budget_line_id, project_id) REFERENCES budget_line (id, project_id) ON DELETE CASCADE,
    FOREIGN KEY (funding_source_id, project_id) REFERENCES funding_source (id, project_id)
  );
  SELECT house_columns(t), audit_table(t)
  FROM unnest('{funding_source,budget_version,budget_line,budget_line_source}'::regclass[]) t;
`;

const VERSION_FROZEN = `
  CREATE FUNCTION budget_version_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE free text[] := '{state,version,updated_at,updated_by}';
  BEGIN
    IF TG_OP = 'DELETE' AND OLD.state = 'draft' THEN RETURN OLD; END IF;
    IF TG_OP = 'UPDATE' AND OLD.state = 'approved' AND NEW.state IN ('approved', 'superseded')
      AND to_jsonb(NEW) - free = to_jsonb(OLD) - free THEN RETURN NEW; END IF;
    IF TG_OP = 'UPDATE' AND OLD.state = 'draft' AND NEW.state <> 'superseded' THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'budget version % is not a draft', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'budget_version_frozen';
  END $$;
  CREATE TRIGGER budget_version_frozen BEFORE UPDATE OR DELETE ON budget_version
    FOR EACH ROW EXECUTE FUNCTION budget_version_frozen();
`;

// FOR SHARE makes a late line and the approval of its version wait for each other.
const LINE_FROZEN = `
  CREATE FUNCTION budget_line_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE line budget_line; held_state text;
  BEGIN
    IF TG_TABLE_NAME = 'budget_line_source' THEN
      SELECT * INTO line FROM budget_line WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.budget_line_id ELSE NEW.budget_line_id END;
    ELSIF TG_OP = 'DELETE' THEN line := OLD;
    ELSE line := NEW;
    END IF;
    SELECT v.state INTO held_state FROM budget_version v WHERE v.id = line.budget_version_id FOR SHARE;
    IF held_state <> 'draft' THEN
      RAISE EXCEPTION 'budget version % is not a draft', line.budget_version_id USING ERRCODE = '23514', CONSTRAINT = 'budget_version_frozen';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  CREATE TRIGGER budget_line_frozen BEFORE INSERT OR UPDATE OR DELETE ON budget_line
    FOR EACH ROW EXECUTE FUNCTION budget_line_frozen();
  CREATE TRIGGER budget_line_source_frozen BEFORE INSERT OR UPDATE OR DELETE ON budget_line_source
    FOR EACH ROW EXECUTE FUNCTION budget_line_frozen();
`;

const LINE_BELONGS = `
  CREATE FUNCTION budget_line_belongs() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM participation p WHERE p.id = NEW.participation_id AND p.role IN ('lead', 'partner')) THEN
      RAISE EXCEPTION 'participation % carries no budget', NEW.participation_id USING ERRCODE = '23514', CONSTRAINT = 'budget_line_partner';
    END IF;
    IF NOT EXISTS (SELECT FROM cost_category c JOIN project p ON p.call_id = c.call_id
                   WHERE c.id = NEW.cost_category_id AND p.id = NEW.project_id) THEN
      RAISE EXCEPTION 'category % is of another call', NEW.cost_category_id USING ERRCODE = '23514', CONSTRAINT = 'budget_line_category';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER budget_line_belongs BEFORE INSERT OR UPDATE ON budget_line
    FOR EACH ROW EXECUTE FUNCTION budget_line_belongs();
`;

const LINE_SOURCES = `
  CREATE FUNCTION budget_line_sources_sum() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE line uuid; due numeric; funded numeric;
  BEGIN
    IF TG_TABLE_NAME = 'budget_line' THEN line := NEW.id;
    ELSIF TG_OP = 'DELETE' THEN line := OLD.budget_line_id;
    ELSE line := NEW.budget_line_id;
    END IF;
    SELECT l.planned INTO due FROM budget_line l WHERE l.id = line;
    SELECT coalesce(sum(s.amount), 0) INTO funded FROM budget_line_source s WHERE s.budget_line_id = line;
    IF due <> funded THEN
      RAISE EXCEPTION 'sources of line % are %, not %', line, funded, due USING ERRCODE = '23514', CONSTRAINT = 'budget_line_sources_sum';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER budget_line_sources_sum AFTER INSERT OR UPDATE ON budget_line
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION budget_line_sources_sum();
  CREATE CONSTRAINT TRIGGER budget_line_sources_sum AFTER INSERT OR UPDATE OR DELETE ON budget_line_source
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION budget_line_sources_sum();
`;
