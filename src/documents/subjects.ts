import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql, type ScopeColumns } from '../access/scope.js';
import { NotFound } from '../kernel/errors.js';

export const documentSubjects = [
  'project',
  'participation',
  'work_item',
  'activity',
  'deliverable',
  'cost_document',
  'expense',
  'report',
] as const;
export type DocumentSubject = (typeof documentSubjects)[number];

/** Where a row says whose it is. A subject without a participation belongs to the whole project. */
const whose: Record<DocumentSubject, ScopeColumns> = {
  project: { project: 's.id' },
  participation: { project: 's.project_id', participation: 's.id' },
  work_item: { project: 's.project_id' },
  activity: {
    project: 's.project_id',
    participation: 's.participation_id',
    own: (user, person) =>
      `(s.created_by = ${user} OR EXISTS (SELECT FROM activity_staff t WHERE t.activity_id = s.id AND t.person_id = ${person}))`,
  },
  deliverable: { project: 's.project_id' },
  cost_document: { project: 's.project_id', participation: 's.participation_id' },
  expense: { project: 's.project_id', participation: 's.participation_id' },
  report: { project: 's.project_id' },
};

/** The participation that owns the subject (null: the whole project); 404 unless the caller may attach to it. */
export async function participationOfSubject(
  db: EntityManager,
  caller: Caller,
  table: DocumentSubject,
  id: string,
): Promise<string | null> {
  const columns = whose[table];
  const params: unknown[] = [id];
  const found: { participation: string | null }[] = await db.query(
    `SELECT ${columns.participation ?? 'NULL'} AS participation FROM ${table} s
     WHERE s.id = $1 AND ${scopeSql(caller, 'document.add', columns, binder(params))}`,
    params,
  );
  const [subject] = found;
  if (!subject) throw new NotFound();
  return subject.participation;
}
