import type { EntityManager } from 'typeorm';
import { PackageUse } from '../contracts/package-use.js';
import { refusedBy } from '../platform/constraints.js';
import * as rows from './activity-packages.queries.js';

/** Marks as bad the good rows that go over their package without a reason, each beside those that stand before it in the file. */
export async function markOverPackages(db: EntityManager, importId: string): Promise<void> {
  const packages = await packagesOf(db, importId);
  if (packages.size === 0) return;
  for (let after = 0; ;) {
    const taking = await rows.takingAfter(db, importId, after);
    const last = taking.at(-1);
    if (!last) return;
    after = last.line;
    const over = taking.flatMap(({ line, lineId, ...work }) => {
      const rule = packages.get(lineId)?.take(work);
      return rule ? { line, errors: refusedBy(rule, 'contractLineId').errors ?? [] } : [];
    });
    await rows.markBad(db, importId, over);
  }
}

async function packagesOf(db: EntityManager, importId: string): Promise<Map<string, PackageUse>> {
  const packages = new Map<string, PackageUse>();
  for (const { id, unit, minimum, step, ...whole } of await rows.lockedPackages(db, importId)) {
    const allotted = await rows.allottedOf(db, id);
    packages.set(id, new PackageUse({ unit, minimum, step }, whole, allotted));
  }
  return packages;
}
