import type { AuditChain } from '../../src/platform/audit/audit-chain.js';

/** Seals until no entry is left: any transaction of the server holds the sealer back, also one of another test's database. */
export async function sealAll(chain: AuditChain): Promise<void> {
  for (let tries = 0; tries < 2000; tries++) {
    await chain.seal();
    if ((await chain.verify()).unsealed === 0) return;
  }
  throw new Error('some entries were never sealed');
}
