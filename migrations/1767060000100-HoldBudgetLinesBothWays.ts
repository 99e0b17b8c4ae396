import { MigrationInterface, QueryRunner } from 'typeorm';

/** A line, or a source's share of it, is held by the version that it leaves as by the one that it enters. */
export class HoldBudgetLinesBothWays1767060000100 implements MigrationInterface {
  name = 'HoldBudgetLinesBothWays1767060000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(FROZEN_BOTH_WAYS);
    await db.query(SUM_BOTH_WAYS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(FROZEN_ONE_WAY);
    await db.query(SUM_ONE_WAY);
  }
}

// FOR SHARE makes a late line and the approval of its version wait for each other; of no row, the columns are null.
const FROZEN_BOTH_WAYS = `
  CREATE OR REPLACE FUNCTION budget_line_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE versions uuid[]; held uuid;
  BEGIN
    IF TG_TABLE_NAME = 'budget_line_source' THEN
      SELECT array_agg(l.budget_version_id) INTO versions FROM budget_line l WHERE l.id IN (OLD.budget_line_id, NEW.budget_line_id);
    ELSE versions := ARRAY[OLD.budget_version_id, NEW.budget_version_id];
    END IF;
    SELECT v.id INTO held FROM (
      SELECT id, state FROM budget_version WHERE id = ANY(versions) ORDER BY id FOR SHARE) v WHERE v.state <> 'draft' LIMIT 1;
    IF held IS NOT NULL THEN
      RAISE EXCEPTION 'budget version % is not a draft', held USING ERRCODE = '23514', CONSTRAINT = 'budget_version_frozen';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END $$;
`;

const SUM_BOTH_WAYS = `
  CREATE OR REPLACE FUNCTION budget_line_sources_sum() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE lines uuid[]; wrong record;
  BEGIN
    IF TG_TABLE_NAME = 'budget_line' THEN lines := ARRAY[NEW.id];
    ELSE lines := ARRAY[OLD.budget_line_id, NEW.budget_line_id];
    END IF;
    SELECT l.id, l.planned, coalesce(sum(s.amount), 0) AS funded INTO wrong
    FROM budget_line l LEFT JOIN budget_line_source s ON s.budget_line_id = l.id WHERE l.id = ANY(lines)
    GROUP BY l.id HAVING l.planned <> coalesce(sum(s.amount), 0) LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'sources of line % are %, not %', wrong.id, wrong.funded, wrong.planned
        USING ERRCODE = '23514', CONSTRAINT = 'budget_line_sources_sum';
    END IF;
    RETURN NULL;
  END $$;
`;

const FROZEN_ONE_WAY = `
  CREATE OR REPLACE FUNCTION budget_line_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
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
`;

const SUM_ONE_WAY = `
  CREATE OR REPLACE FUNCTION budget_line_sources_sum() RETURNS trigger LANGUAGE plpgsql AS $$
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
`;
