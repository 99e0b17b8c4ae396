import { buffer } from 'node:stream/consumers';
import type { EntityManager } from 'typeorm';
import type { DocumentStore } from '../platform/documents/document-store.js';

const MOST = 3;

/** The logos of the whole project as data addresses, in the order in which they came; of many the newest. Files that are lost are left out. */
export async function logosOf(
  db: EntityManager,
  store: DocumentStore,
  projectId: string,
): Promise<string[]> {
  const rows: { sha256: string; media_type: string }[] = await db.query(
    `SELECT sha256, media_type FROM document WHERE project_id = $1 AND kind = 'logo' AND state = 'attached' AND NOT confidential AND participation_id IS NULL
     ORDER BY id DESC LIMIT ${MOST}`,
    [projectId],
  );
  const logos: string[] = [];
  for (const { sha256, media_type } of rows.toReversed()) {
    if (!(await store.holds(sha256))) continue;
    const bytes = await buffer(store.read(sha256));
    logos.push(`data:${media_type};base64,${bytes.toString('base64')}`);
  }
  return logos;
}
