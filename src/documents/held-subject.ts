import type { EntityManager } from 'typeorm';
import { Conflict } from '../kernel/errors.js';
import type { Document } from './document.entity.js';
import type { DocumentSubject } from './subjects.js';

/** Whether a sent report stands on the subject; locks what sending would change. The rest is never held. */
const HELD: Partial<Record<DocumentSubject, string>> = {
  activity: 'SELECT report_id IS NOT NULL AS held FROM activity WHERE id = $1 FOR SHARE',
  expense: 'SELECT report_id IS NOT NULL AS held FROM expense WHERE id = $1 FOR SHARE',
  cost_document:
    'SELECT report_id IS NOT NULL AS held FROM expense WHERE cost_document_id = $1 FOR SHARE',
  report: `SELECT state <> 'draft' AS held FROM report WHERE id = $1 FOR SHARE`,
};

/** Throws 409 `document.held` when what was sent to the funder stands on this document. */
export async function assertNotHeld(
  db: EntityManager,
  { subjectTable, subjectId }: Document,
): Promise<void> {
  const question = HELD[subjectTable as DocumentSubject];
  if (!question) return;
  const rows: { held: boolean }[] = await db.query(question, [subjectId]);
  if (rows.some(({ held }) => held)) throw holding();
}

const holding = () =>
  new Conflict(
    'document.held',
    'Un rendiconto inviato si basa su questo documento: non si può togliere. Allega accanto quello giusto.',
  );
