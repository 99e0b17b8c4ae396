import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Figure, Unit } from './figures/figure.js';
import type { Sheet } from './figures/sheet.js';
import type { Report } from './report.entity.js';
import { rowName, type ShownRow } from './shown-rows.js';

export interface FigureHead {
  key: string;
  label: string;
  unit: Unit;
  value: string;
}

/** What was sent: the sheet and its figures, whose rows stand beside it. */
export interface SnapshotContent {
  sheet: Sheet;
  figures: FigureHead[];
}

export interface FigureRow {
  key: string;
  table: string;
  id: string;
  amount: string;
}

/** Everything that is frozen, before it is stored. */
export interface Frozen {
  content: string;
  rows: ShownRow[];
  figureRows: FigureRow[];
  sha256: string;
}

/** Freezes a sheet with the rows of its figures; the hash covers all of it. */
export function frozenOf(sheet: Sheet, figures: Figure[], shown: Map<string, ShownRow>): Frozen {
  const heads = figures.map(({ key, label, unit, value }) => ({ key, label, unit, value }));
  const content = JSON.stringify({ sheet, figures: heads } satisfies SnapshotContent);
  const figureRows = figures.flatMap(({ key, shares }) =>
    shares.map((share) => ({ key, ...share })),
  );
  const used = new Set(figureRows.map(rowName));
  const rows = [...shown].filter(([name]) => used.has(name)).map(([, row]) => row);
  return { content, rows, figureRows, sha256: hashOf(content, rows, figureRows) };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** SHA-256, hexadecimal, of what was frozen; rows in any order give the same. */
export function hashOf(content: string, rows: ShownRow[], figureRows: FigureRow[]): string {
  const lines = [
    ...rows.map((r) =>
      JSON.stringify([r.table, r.id, r.version, r.day, r.label, r.detail, r.late]),
    ),
    ...figureRows.map((r) => JSON.stringify([r.key, r.table, r.id, Number(r.amount).toFixed(2)])),
  ];
  return createHash('sha256')
    .update([content, ...lines.sort(byText)].join('\n'))
    .digest('hex');
}

/** Stores it; nothing of it can be changed afterwards. */
export async function freeze(db: EntityManager, report: Report, frozen: Frozen): Promise<void> {
  const { id, projectId, sentAt } = report;
  await db.query(
    `INSERT INTO report_snapshot (report_id, project_id, content, sha256, frozen_at, audit_seal)
     VALUES ($1, $2, $3, $4, $5, (SELECT encode(hash, 'hex') FROM audit_seal ORDER BY number DESC LIMIT 1))`,
    [id, projectId, frozen.content, frozen.sha256, sentAt],
  );
  await db.query(
    `INSERT INTO report_row (report_id, row_table, row_id, row_version, day, label, detail, late)
     SELECT $1, r."table", r.id, r.version, r.day, r.label, r.detail, r.late
     FROM jsonb_to_recordset($2) AS r("table" text, id uuid, version int, day date, label text, detail text, late boolean)`,
    [id, JSON.stringify(frozen.rows)],
  );
  await db.query(
    `INSERT INTO report_figure_row (report_id, figure_key, row_table, row_id, amount)
     SELECT $1, r.key, r."table", r.id, r.amount
     FROM jsonb_to_recordset($2) AS r(key text, "table" text, id uuid, amount numeric)`,
    [id, JSON.stringify(frozen.figureRows)],
  );
}

/** The frozen content of a sent report. */
export async function contentOf(db: EntityManager, reportId: string): Promise<SnapshotContent> {
  const [row] = (await db.query('SELECT content FROM report_snapshot WHERE report_id = $1', [
    reportId,
  ])) as [{ content: SnapshotContent }];
  return row.content;
}

export interface FrozenFigureRow extends ShownRow {
  key: string;
  amount: string;
}

/** The rows of the figures of a sent report, or of one of them, as they were; by figure and then in time. */
export const figureRowsOf = (
  db: EntityManager,
  reportId: string,
  key: string | null = null,
): Promise<FrozenFigureRow[]> =>
  db.query(
    `SELECT f.figure_key AS key, f.row_table AS "table", f.row_id AS id, r.row_version AS version, r.day, r.label, r.detail,
       r.late, f.amount
     FROM report_figure_row f JOIN report_row r USING (report_id, row_table, row_id)
     WHERE f.report_id = $1 AND ($2::text IS NULL OR f.figure_key = $2)
     ORDER BY f.figure_key COLLATE "C", r.day NULLS FIRST, f.row_table COLLATE "C", f.row_id`,
    [reportId, key],
  );
