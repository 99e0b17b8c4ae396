import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { decodeCursor, type Page, pageOf, pageSize } from '../kernel/page.js';
import {
  type CostDocumentQuery,
  type CostDocumentRow,
  type CostDocumentView,
  toDocumentView,
} from './cost-document.dto.js';
import { likeOf } from '../platform/sql.js';

const SELECT = `
  SELECT d.id, d.project_id AS "projectId", d.participation_id AS "participationId", o.name AS "participationName",
    d.kind, d.state, d.issuer_name AS "issuerName", d.issuer_tax_id AS "issuerTaxId", d.number, d.issued_on AS "issuedOn",
    d.total, d.vat, d.eligible_total AS "eligibleTotal", d.cup, d.credits_id AS "creditsId", d.note,
    d.cancel_reason AS "cancelReason", d.demonstration, d.version, s.credited, s.charged
  FROM cost_document d
  JOIN participation p ON p.id = d.participation_id
  JOIN organisation o ON o.id = p.organisation_id
  CROSS JOIN LATERAL (SELECT
    coalesce((SELECT sum(c.eligible_total) FROM cost_document c WHERE c.credits_id = d.id AND c.state = 'recorded'), 0)::numeric(14,2) AS credited,
    coalesce((SELECT sum(e.amount) FROM expense e WHERE e.cost_document_id = d.id AND e.state = 'recorded'), 0)::numeric(14,2) AS charged) s`;

/** Documents that the caller's project or partner received, or charges a share of. */
function within(caller: Caller, params: unknown[]): string {
  const bind = binder(params);
  const received = scopeSql(
    caller,
    'expense.view',
    { project: 'd.project_id', participation: 'd.participation_id' },
    bind,
  );
  const charges = scopeSql(
    caller,
    'expense.view',
    { project: 'v.project_id', participation: 'v.participation_id' },
    bind,
  );
  return `(${received} OR EXISTS (SELECT FROM expense v WHERE v.cost_document_id = d.id AND ${charges}))`;
}

function conditions(caller: Caller, query: CostDocumentQuery, params: unknown[]): string[] {
  const bind = binder(params);
  const where = [within(caller, params)];
  if (query.kind) where.push(`d.kind = ${bind(query.kind)}`);
  if (query.state) where.push(`d.state = ${bind(query.state)}`);
  if (query.participationId) where.push(`d.participation_id = ${bind(query.participationId)}`);
  if (query.open)
    where.push(
      `d.kind <> 'credit_note' AND d.state = 'recorded' AND d.eligible_total > s.credited + s.charged`,
    );
  if (query.q) {
    const part = bind(likeOf(query.q));
    where.push(
      `(search_text(d.issuer_name) LIKE search_text(${part}) OR search_text(d.number) LIKE search_text(${part}))`,
    );
  }
  if (query.after) {
    const [day, id] = decodeCursor(query.after, 2);
    where.push(`(d.issued_on, d.id) < (${bind(day)}::date, ${bind(id)}::uuid)`);
  }
  return where;
}

/** Newest first. */
export async function listDocuments(
  db: EntityManager,
  caller: Caller,
  query: CostDocumentQuery,
): Promise<Page<CostDocumentView>> {
  const params: unknown[] = [];
  const where = conditions(caller, query, params);
  const limit = pageSize(query);
  const rows: CostDocumentRow[] = await db.query(
    `${SELECT} WHERE ${where.join(' AND ')} ORDER BY d.issued_on DESC, d.id DESC LIMIT ${binder(params)(limit + 1)}`,
    params,
  );
  return pageOf(rows, limit, (row) => [row.issuedOn, row.id], toDocumentView);
}

/** The document when the caller reaches it; null otherwise. */
export async function findDocument(
  db: EntityManager,
  caller: Caller,
  id: string,
): Promise<CostDocumentView | null> {
  const params: unknown[] = [id];
  const rows: CostDocumentRow[] = await db.query(
    `${SELECT} WHERE d.id = $1 AND ${within(caller, params)}`,
    params,
  );
  return rows[0] ? toDocumentView(rows[0]) : null;
}
