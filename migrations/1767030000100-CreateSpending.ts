import { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSpending1767030000100 implements MigrationInterface {
  name = 'CreateSpending1767030000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(COST_DOCUMENTS);
    await db.query(EXPENSES);
    await db.query(DOCUMENT_CEILING);
    await db.query(EXPENSE_LOCK);
    await db.query(EXPENSE_SHARES);
    await db.query(REASSESSMENT);
    await db.query(APPROVAL);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER spending_reassess ON project;
      DROP TRIGGER spending_reassess ON participation;
      DROP TRIGGER budget_version_keeps_charged ON budget_version;
      DROP TRIGGER spending_reassess ON budget_version;
      DROP TABLE expense_share, expense, cost_document;
      DROP FUNCTION budget_version_keeps_charged, spending_reassess_project, spending_reassess_of, expense_spread, expense_lock,
        expense_within_document, cost_document_above_charged, cost_document_left;
    `);
  }
}

// Whose it is, is the project that received it; any project may charge a share of it. The index spans all of them.
const COST_DOCUMENTS = `
  CREATE TABLE cost_document (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    participation_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('invoice', 'receipt', 'payslip', 'fee_note', 'expense_claim', 'tax_form', 'credit_note', 'other')),
    state text NOT NULL DEFAULT 'recorded' CHECK (state IN ('recorded', 'cancelled')),
    issuer_name text NOT NULL CHECK (issuer_name <> ''),
    issuer_tax_id text CHECK (issuer_tax_id ~ '^[A-Z0-9]{2,20}$'),
    issuer_key text GENERATED ALWAYS AS (coalesce(issuer_tax_id, search_text(issuer_name))) STORED,
    number text NOT NULL CHECK (number <> ''),
    number_normalised text NOT NULL CHECK (number_normalised <> ''),
    issued_on date NOT NULL,
    issued_year integer GENERATED ALWAYS AS (extract(year FROM issued_on)::integer) STORED,
    total numeric(14,2) NOT NULL CHECK (total > 0),
    vat numeric(14,2) NOT NULL DEFAULT 0 CHECK (vat >= 0),
    eligible_total numeric(14,2) NOT NULL CHECK (eligible_total >= 0),
    cup text CHECK (cup ~ '^[A-Z][0-9]{2}[A-Z][0-9]{11}$'),
    credits_id uuid,
    note text,
    cancel_reason text,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (participation_id, project_id) REFERENCES participation (id, project_id),
    FOREIGN KEY (credits_id, project_id) REFERENCES cost_document (id, project_id),
    CONSTRAINT cost_document_vat_within CHECK (vat <= total),
    CONSTRAINT cost_document_eligible_within CHECK (eligible_total <= total),
    CONSTRAINT cost_document_credit CHECK ((kind = 'credit_note') = (credits_id IS NOT NULL) AND credits_id <> id),
    CONSTRAINT cost_document_cancel_reason CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
  );
  CREATE UNIQUE INDEX cost_document_once ON cost_document (issuer_key, number_normalised, issued_year) WHERE state = 'recorded';
  CREATE INDEX cost_document_newest ON cost_document (project_id, issued_on DESC, id DESC);
  CREATE INDEX cost_document_number ON cost_document (number_normalised, issued_year);
  CREATE INDEX cost_document_credits ON cost_document (credits_id) WHERE credits_id IS NOT NULL;
  SELECT house_columns('cost_document');
  SELECT audit_table('cost_document');
  REVOKE DELETE ON cost_document FROM capofila_app;
`;

const EXPENSES = `
  CREATE TABLE expense (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    project_id uuid NOT NULL REFERENCES project,
    participation_id uuid NOT NULL,
    cost_document_id uuid NOT NULL REFERENCES cost_document,
    budget_line_id uuid NOT NULL,
    amount numeric(14,2) NOT NULL CHECK (amount > 0),
    incurred_on date NOT NULL,
    paid_on date,
    description text,
    state text NOT NULL DEFAULT 'recorded' CHECK (state IN ('recorded', 'cancelled')),
    cancel_reason text,
    blocks text[] NOT NULL DEFAULT '{}',
    corrects_id uuid,
    report_id uuid,
    demonstration boolean NOT NULL DEFAULT false,
    UNIQUE (id, project_id),
    FOREIGN KEY (budget_line_id, project_id, participation_id) REFERENCES budget_line (id, project_id, participation_id),
    FOREIGN KEY (corrects_id, project_id) REFERENCES expense (id, project_id),
    CONSTRAINT expense_blocks_known CHECK (blocks <@ '{window.outside,cup.missing,cup.other,line.over_residual,payment.missing,partner.no_budget}'),
    CONSTRAINT expense_cancel_reason CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
  );
  CREATE INDEX expense_newest ON expense (project_id, incurred_on DESC, id DESC);
  CREATE INDEX expense_line ON expense (budget_line_id);
  CREATE INDEX expense_document ON expense (cost_document_id);
  CREATE INDEX expense_partner ON expense (participation_id, incurred_on DESC, id DESC);
  CREATE INDEX expense_report ON expense (report_id) WHERE report_id IS NOT NULL;
  CREATE UNIQUE INDEX expense_corrected_once ON expense (corrects_id) WHERE corrects_id IS NOT NULL AND state <> 'cancelled';
  SELECT house_columns('expense');
  SELECT audit_table('expense');
  REVOKE DELETE ON expense FROM capofila_app;
`;

// The lock is the weaker one: the key check of an expense already holds KEY SHARE, and two that wait for more would deadlock.
const DOCUMENT_CEILING = `
  CREATE FUNCTION cost_document_left(document uuid) RETURNS numeric LANGUAGE sql VOLATILE AS $$
    SELECT CASE WHEN d.kind = 'credit_note' OR d.state = 'cancelled' THEN 0 ELSE d.eligible_total END
      - coalesce((SELECT sum(c.eligible_total) FROM cost_document c WHERE c.credits_id = d.id AND c.state = 'recorded'), 0)
      - coalesce((SELECT sum(e.amount) FROM expense e WHERE e.cost_document_id = d.id AND e.state = 'recorded'), 0)
    FROM cost_document d WHERE d.id = document
  $$;

  CREATE FUNCTION expense_within_document() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM cost_document WHERE id = NEW.cost_document_id FOR NO KEY UPDATE;
    IF NEW.state = 'recorded' AND cost_document_left(NEW.cost_document_id) < 0 THEN
      RAISE EXCEPTION 'cost document % is charged beyond its eligible total', NEW.cost_document_id
        USING ERRCODE = '23514', CONSTRAINT = 'expense_within_document';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER expense_within_document AFTER INSERT OR UPDATE OF amount, state, cost_document_id ON expense
    FOR EACH ROW EXECUTE FUNCTION expense_within_document();

  CREATE FUNCTION cost_document_above_charged() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE target uuid := coalesce(NEW.credits_id, NEW.id);
  BEGIN
    PERFORM FROM cost_document WHERE id = target FOR NO KEY UPDATE;
    IF cost_document_left(target) < 0 THEN
      RAISE EXCEPTION 'cost document % would fall below what is charged', target
        USING ERRCODE = '23514', CONSTRAINT = 'cost_document_above_charged';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER cost_document_above_charged AFTER INSERT OR UPDATE OF eligible_total, state, kind, credits_id ON cost_document
    FOR EACH ROW EXECUTE FUNCTION cost_document_above_charged();
`;

// What a sent report holds stays as it was: it may only be cancelled by a correction that names it.
const EXPENSE_LOCK = `
  CREATE FUNCTION expense_lock() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE free text[] := '{state,cancel_reason,version,updated_at,updated_by}';
  BEGIN
    IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free OR (NEW.state <> OLD.state AND NEW.state <> 'cancelled') THEN
      RAISE EXCEPTION 'expense % is held by a sent report', OLD.id USING ERRCODE = '23514', CONSTRAINT = 'expense_locked';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER expense_lock BEFORE UPDATE ON expense FOR EACH ROW WHEN (OLD.report_id IS NOT NULL) EXECUTE FUNCTION expense_lock();
`;

// Which source pays how much of an expense follows from its amount, whatever path the write takes: rounded, the last takes the rest.
const EXPENSE_SHARES = `
  CREATE TABLE expense_share (
    expense_id uuid NOT NULL,
    funding_source_id uuid NOT NULL,
    project_id uuid NOT NULL,
    amount numeric(14,2) NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (expense_id, funding_source_id),
    FOREIGN KEY (expense_id, project_id) REFERENCES expense (id, project_id) ON DELETE CASCADE,
    FOREIGN KEY (funding_source_id, project_id) REFERENCES funding_source (id, project_id)
  );
  CREATE INDEX expense_share_source ON expense_share (funding_source_id);
  REVOKE INSERT, UPDATE, DELETE ON expense_share FROM capofila_app;

  CREATE FUNCTION expense_spread() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
  DECLARE source record; rest numeric := NEW.amount; share numeric;
  BEGIN
    DELETE FROM expense_share WHERE expense_id = NEW.id;
    FOR source IN SELECT s.id, s.rate, lead(s.id) OVER (ORDER BY s.position) IS NULL AS last
                  FROM funding_source s WHERE s.project_id = NEW.project_id ORDER BY s.position LOOP
      share := CASE WHEN source.last THEN rest ELSE least(round(NEW.amount * source.rate, 2), rest) END;
      rest := rest - share;
      INSERT INTO expense_share (expense_id, funding_source_id, project_id, amount) VALUES (NEW.id, source.id, NEW.project_id, share);
    END LOOP;
    RETURN NULL;
  END $$;
  CREATE TRIGGER expense_spread_insert AFTER INSERT ON expense FOR EACH ROW EXECUTE FUNCTION expense_spread();
  CREATE TRIGGER expense_spread_update AFTER UPDATE OF amount ON expense FOR EACH ROW
    WHEN (OLD.amount IS DISTINCT FROM NEW.amount) EXECUTE FUNCTION expense_spread();
`;

// The project's window and the CUPs are written by other features; what they change about expenses is worked out afterwards.
const REASSESSMENT = `
  CREATE FUNCTION spending_reassess_project() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO outbox (topic, payload) VALUES ('spending.reassess', jsonb_build_object('projectId', NEW.id));
    RETURN NULL;
  END $$;
  CREATE TRIGGER spending_reassess AFTER UPDATE ON project FOR EACH ROW
    WHEN ((OLD.starts, OLD.ends, OLD.cup) IS DISTINCT FROM (NEW.starts, NEW.ends, NEW.cup)) EXECUTE FUNCTION spending_reassess_project();

  CREATE FUNCTION spending_reassess_of() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO outbox (topic, payload) VALUES ('spending.reassess', jsonb_build_object('projectId', NEW.project_id));
    RETURN NULL;
  END $$;
  CREATE TRIGGER spending_reassess AFTER UPDATE ON participation FOR EACH ROW
    WHEN (OLD.cup IS DISTINCT FROM NEW.cup) EXECUTE FUNCTION spending_reassess_of();
`;

// A line that has expenses cannot leave the budget, and a new budget changes what is over a line.
const APPROVAL = `
  CREATE FUNCTION budget_version_keeps_charged() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (
      SELECT FROM expense e JOIN budget_line l ON l.id = e.budget_line_id
      WHERE e.project_id = NEW.project_id AND e.state = 'recorded' AND NOT EXISTS (
        SELECT FROM budget_line n WHERE n.budget_version_id = NEW.id AND n.stable_key = l.stable_key)) THEN
      RAISE EXCEPTION 'a charged line is missing in version %', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'budget_line_charged';
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER budget_version_keeps_charged AFTER UPDATE ON budget_version FOR EACH ROW
    WHEN (NEW.state = 'approved' AND OLD.state <> 'approved') EXECUTE FUNCTION budget_version_keeps_charged();
  CREATE TRIGGER spending_reassess AFTER UPDATE ON budget_version FOR EACH ROW
    WHEN (NEW.state = 'approved' AND OLD.state <> 'approved') EXECUTE FUNCTION spending_reassess_of();
`;
