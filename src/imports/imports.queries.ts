import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { decodeCursor, pageOf, pageSize, type Page, type PageQuery } from '../kernel/page.js';
import { NotFound } from '../kernel/errors.js';
import type { ImportRow, ImportView, ResultFilter, ResultRow } from './import.dto.js';
import type { Mapping } from './import.entity.js';

/** SQL: the state before a step that did not happen. */
const backFrom = (state: string): string =>
  `CASE ${state} WHEN 'checking' THEN 'read' WHEN 'applying' THEN 'checked' ELSE 'applied' END`;

// A job that was cancelled before it began, or given up, leaves the import where it was.
const STATE = `CASE WHEN i.state NOT IN ('checking', 'applying', 'undoing')
    OR NOT EXISTS (SELECT FROM job j WHERE j.id = i.job_id AND j.state IN ('cancelled', 'failed')) THEN i.state
  ELSE ${backFrom('i.state')} END`;
const ROW = `i.id, i.target, i.file_name AS "fileName", ${STATE} AS state, i.rows, i.good, i.bad, i.already, i.failure, i.job_id AS "jobId",
  u.name AS "madeBy", i.created_at AS "createdAt", i.applied_at AS "appliedAt", i.undone_at AS "undoneAt"`;
const FROM = 'FROM file_import i LEFT JOIN app_user u ON u.id = i.created_by';
const SAMPLE = 5;

type Raw<T> = Omit<T, 'createdAt' | 'appliedAt' | 'undoneAt'> & {
  createdAt: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
};

const reach = (caller: Caller, params: unknown[]): string =>
  scopeSql(
    caller,
    'import.view',
    { project: 'i.project_id', participation: 'i.participation_id' },
    binder(params),
  );

/** Throws NotFound for an import that the caller does not reach: a partner's operator comes to those of its own body alone. */
export async function assertReached(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  id: string,
): Promise<void> {
  const params: unknown[] = [projectId, id];
  const found: unknown[] = await db.query(
    `SELECT FROM file_import i WHERE i.project_id = $1 AND i.id = $2 AND ${reach(caller, params)}`,
    params,
  );
  if (found.length === 0) throw new NotFound();
}

/** The imports of a project, newest first. */
export async function importsOf(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  query: PageQuery,
): Promise<Page<ImportRow>> {
  const limit = pageSize(query);
  const after = query.after ? decodeCursor(query.after, 1)[0] : null;
  const params: unknown[] = [projectId, after, limit + 1];
  const rows = (await db.query(
    `SELECT ${ROW} ${FROM} WHERE i.project_id = $1 AND ($2::uuid IS NULL OR i.id < $2) AND ${reach(caller, params)}
     ORDER BY i.id DESC LIMIT $3`,
    params,
  )) as Raw<ImportRow>[];
  return pageOf(rows, limit, ({ id }) => [id], inWords);
}

/** What the database knows of one import; its fields follow from the target. */
export type StoredImport = Omit<ImportView, 'fields' | 'remembered'> & {
  mapping: Mapping | null;
  shape: string;
};

export async function importView(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  id: string,
): Promise<StoredImport> {
  const params: unknown[] = [projectId, id];
  const [found] = (await db.query(
    `SELECT ${ROW}, i.columns, i.mapping, i.shape,
       (SELECT coalesce(json_agg(json_build_object('line', r.line, 'cells', r.cells) ORDER BY r.line), '[]')
        FROM (SELECT line, cells FROM import_row WHERE import_id = i.id ORDER BY line LIMIT ${SAMPLE}) r) AS sample,
       (SELECT json_build_object('id', s.id, 'appliedAt', s.applied_at) FROM file_import s
        WHERE s.sha256 = i.sha256 AND s.project_id = i.project_id AND s.target = i.target AND s.id <> i.id
          AND s.participation_id IS NOT DISTINCT FROM i.participation_id
          AND s.state = 'applied' ORDER BY s.id DESC LIMIT 1) AS "sameFile"
     ${FROM} WHERE i.project_id = $1 AND i.id = $2 AND ${reach(caller, params)}`,
    params,
  )) as Raw<StoredImport>[];
  if (!found) throw new NotFound();
  return inWords(found);
}

const inWords = <T>(row: Raw<T>): T =>
  ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    appliedAt: row.appliedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }) as T;

/** What became of the rows of a file, in its order. */
export async function resultsOf(
  db: EntityManager,
  id: string,
  query: ResultFilter,
): Promise<Page<ResultRow>> {
  const limit = pageSize(query);
  const after = query.after ? Number(decodeCursor(query.after, 1)[0]) : 0;
  const rows = (await db.query(
    `SELECT r.line, r.state, coalesce(c.cells, '{}') AS cells, r.row ->> 'code' AS code,
       coalesce((SELECT json_agg(json_build_object('field', nullif(e ->> 'path', ''), 'message', e ->> 'message'))
                 FROM jsonb_array_elements(r.errors) e), '[]') AS errors
     FROM import_result r LEFT JOIN import_row c ON c.import_id = r.import_id AND c.line = r.line
     WHERE r.import_id = $1 AND r.line > $2 AND ($3::text[] IS NULL OR r.state = ANY($3)) ORDER BY r.line LIMIT $4`,
    [id, Number.isSafeInteger(after) ? after : 0, query.state ?? null, limit + 1],
  )) as ResultRow[];
  return pageOf(
    rows,
    limit,
    ({ line }) => [line],
    (row) => row,
  );
}

/** Puts an import back whose job ended without doing its work; the row is the caller's to lock. */
export const putBack = (db: EntityManager, id: string): Promise<unknown> =>
  db.query(
    `UPDATE file_import i SET state = ${backFrom('i.state')} FROM job j
     WHERE i.id = $1 AND j.id = i.job_id AND j.state IN ('cancelled', 'failed') AND i.state IN ('checking', 'applying', 'undoing')`,
    [id],
  );
