import { MigrationInterface, QueryRunner } from 'typeorm';

/** Each pair is found by a sign that both have, instead of comparing everybody with everybody. */
export class CompareIdentitiesBySigns1767340000000 implements MigrationInterface {
  name = 'CompareIdentitiesBySigns1767340000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(alike(BY_SIGNS, HASHED));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(alike(EACH_WITH_EACH));
  }
}

// How many are asked about is not known when the joins are planned: for the few that are guessed they would be loops.
const HASHED = 'SET enable_nestloop = off';

const alike = (pairs: string, setting = ''): string => `
  CREATE OR REPLACE FUNCTION identity.alike(recipients uuid[]) RETURNS TABLE (one uuid, other uuid, why text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = identity, pg_temp ${setting} AS $$
    ${pairs}
  $$;
`;

const WHY = `CASE WHEN a.tax_sign = b.tax_sign THEN 'tax_code' WHEN a.birth_sign = b.birth_sign THEN 'name_and_birth' ELSE 'name' END`;
const NAMES_HOLD_OR_SOUND = `cardinality(a.name_signs) > 1 AND cardinality(b.name_signs) > 1
        AND (a.name_signs @> b.name_signs OR a.name_signs <@ b.name_signs OR (a.sound_signs @> b.sound_signs AND a.sound_signs <@ b.sound_signs))`;

// The same names, in whatever order and however often, are one sorted list: equal lists are hashed.
const BY_SIGNS = `
    WITH r AS (SELECT *, ARRAY(SELECT DISTINCT s FROM unnest(name_signs) s ORDER BY s) AS names
               FROM identity.record WHERE recipient_id = ANY(recipients)),
    pairs AS (
      SELECT a.recipient_id AS one, b.recipient_id AS other, ${WHY} AS why
      FROM r a JOIN r b ON a.tax_sign = b.tax_sign WHERE a.recipient_id < b.recipient_id
      UNION
      SELECT a.recipient_id, b.recipient_id, ${WHY}
      FROM r a JOIN r b ON a.birth_sign = b.birth_sign WHERE a.recipient_id < b.recipient_id AND ${NAMES_HOLD_OR_SOUND}
      UNION
      SELECT a.recipient_id, b.recipient_id, ${WHY}
      FROM r a JOIN r b ON a.names = b.names
      WHERE a.recipient_id < b.recipient_id AND (a.birth_sign IS NULL OR b.birth_sign IS NULL))
    SELECT one, other, why FROM pairs`;

const EACH_WITH_EACH = `
    WITH r AS (SELECT * FROM identity.record WHERE recipient_id = ANY(recipients))
    SELECT a.recipient_id, b.recipient_id, ${WHY}
    FROM r a JOIN r b ON a.recipient_id < b.recipient_id
    WHERE a.tax_sign = b.tax_sign
      OR (a.birth_sign = b.birth_sign AND ${NAMES_HOLD_OR_SOUND})
      OR ((a.birth_sign IS NULL OR b.birth_sign IS NULL) AND a.name_signs @> b.name_signs AND a.name_signs <@ b.name_signs)`;
