import type { EntityManager } from 'typeorm';
import { Money } from '../kernel/money.js';
import { type Block, blocksOf, type Facts } from './claimability.js';

interface Row extends Omit<Facts, 'planned' | 'partnerPlanned' | 'chargedUpToHere'> {
  id: string;
  stableKey: string;
  amount: string;
  planned: string | null;
  partnerPlanned: string;
  blocks: Block[];
  locked: boolean;
}

/** In the order in which they were recorded: a line is used up by those who came first. */
const ROWS = `
  WITH in_force AS (SELECT b.* FROM budget_line b JOIN budget_version v ON v.id = b.budget_version_id
                    WHERE v.project_id = $1 AND v.state = 'approved')
  SELECT e.id, l.stable_key AS "stableKey", e.amount, e.incurred_on AS "incurredOn", e.paid_on AS "paidOn", e.blocks,
    e.report_id IS NOT NULL AS locked, d.cup AS "documentCup",
    EXISTS (SELECT FROM document f WHERE f.subject_id = d.id AND f.subject_table = 'cost_document' AND f.kind = 'cup_declaration'
      AND f.state = 'attached') AS "cupDeclared",
    coalesce(p.cup, j.cup) AS "expectedCup", j.starts, j.ends,
    n.planned, coalesce((SELECT sum(f.planned) FROM in_force f WHERE f.participation_id = e.participation_id), 0) AS "partnerPlanned"
  FROM expense e
  JOIN budget_line l ON l.id = e.budget_line_id
  JOIN cost_document d ON d.id = e.cost_document_id
  JOIN project j ON j.id = e.project_id
  JOIN participation p ON p.id = e.participation_id
  LEFT JOIN in_force n ON n.stable_key = l.stable_key
  WHERE e.project_id = $1 AND e.state = 'recorded' AND ($2::uuid[] IS NULL OR l.stable_key = ANY($2))
  ORDER BY l.stable_key, e.id`;

/**
 * Works out again why expenses cannot be claimed, on some lines of a project (by stable key) or on all of them. Writers
 * of one line wait for each other, since each changes what is left for the next. What a sent report holds stays as it was.
 */
export async function assess(
  db: EntityManager,
  projectId: string,
  stableKeys: string[] | null,
): Promise<void> {
  await lockLines(db, projectId, stableKeys);
  const rows: Row[] = await db.query(ROWS, [projectId, stableKeys]);
  const changed = assessed(rows).filter(
    ({ row, blocks }) => !row.locked && row.blocks.join() !== blocks.join(),
  );
  if (changed.length === 0) return;
  await db.query(
    `UPDATE expense e SET blocks = string_to_array(n.blocks, ',')
     FROM unnest($1::uuid[], $2::text[]) AS n(id, blocks) WHERE e.id = n.id`,
    [changed.map(({ row }) => row.id), changed.map(({ blocks }) => blocks.join())],
  );
}

async function lockLines(
  db: EntityManager,
  projectId: string,
  stableKeys: string[] | null,
): Promise<void> {
  await db.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(k.key, 1767030))
     FROM (SELECT DISTINCT stable_key::text AS key FROM budget_line
           WHERE project_id = $1 AND ($2::uuid[] IS NULL OR stable_key = ANY($2)) ORDER BY 1) k`,
    [projectId, stableKeys],
  );
}

function assessed(rows: readonly Row[]): { row: Row; blocks: Block[] }[] {
  const charged = new Map<string, Money>();
  return rows.map((row) => {
    const chargedUpToHere = (charged.get(row.stableKey) ?? Money.zero).plus(Money.of(row.amount));
    charged.set(row.stableKey, chargedUpToHere);
    const facts: Facts = {
      ...row,
      planned: row.planned === null ? null : Money.of(row.planned),
      partnerPlanned: Money.of(row.partnerPlanned),
      chargedUpToHere,
    };
    return { row, blocks: blocksOf(facts) };
  });
}
