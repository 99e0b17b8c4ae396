import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import { Stale } from '../kernel/errors.js';
import { Writes } from '../platform/write.js';
import { codesOfPerson, findRecipient } from '../recipients/recipients.queries.js';
import type { Erasure, RetentionInput, RetentionView } from './identity.dto.js';
import { assertErasable, type Kept, keptUntil } from './retention-until.js';

const DEFAULT: Kept & { note: string | null; version: number } = {
  lastPaymentOn: null,
  years: 10,
  legalHold: false,
  note: null,
  version: 0,
};

/** Erases who somebody was under any of its codes, or restricts it; counts and the chain of changes stay. How long a project's papers are kept. */
@Injectable()
export class ErasureService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  erase(caller: Caller, projectId: string, id: string, { how, reason }: Erasure): Promise<void> {
    const today = this.clock.today();
    return this.writes.run(async (db) => {
      await findRecipient(db, caller, { projectId, id, today }, 'identity.erase');
      const ids = await codesOfPerson(db, id);
      if (how === 'erase') return this.forget(db, projectId, ids, reason);
      const restricted = how === 'restrict';
      await db.query(
        `UPDATE recipient SET restricted_on = $2, restricted_reason = $3, version = version + 1 WHERE id = ANY($1::uuid[])`,
        [ids, restricted ? today : null, restricted ? reason : null],
      );
    });
  }

  async retention(projectId: string): Promise<RetentionView> {
    return this.viewOf(this.source.manager, projectId);
  }

  /** For whom saw it as it stands; 412 when somebody set it first. */
  setRetention(
    projectId: string,
    seen: number,
    { lastPaymentOn = null, years, legalHold, note = null }: RetentionInput,
  ): Promise<RetentionView> {
    return this.writes.run(async (db) => {
      const set: unknown[] = await db.query(
        `INSERT INTO retention AS r (project_id, last_payment_on, years, legal_hold, note) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (project_id) DO UPDATE SET last_payment_on = $2, years = $3, legal_hold = $4, note = $5, version = r.version + 1
           WHERE r.version = $6 RETURNING id`,
        [projectId, lastPaymentOn, years, legalHold, note, seen],
      );
      if (set.length === 0) throw new Stale();
      return this.viewOf(db, projectId);
    });
  }

  /** In every project that knows the person a hold forbids it. */
  private async forget(
    db: EntityManager,
    projectId: string,
    ids: string[],
    reason: string,
  ): Promise<void> {
    const holds: { hold: boolean }[] = await db.query(
      `SELECT legal_hold AS hold FROM retention WHERE project_id IN (SELECT project_id FROM intake WHERE recipient_id = ANY($1::uuid[]))`,
      [ids],
    );
    assertErasable({ ...DEFAULT, legalHold: holds.some(({ hold }) => hold) });
    // First the codes, as readers and writers of an identity do.
    await db.query('SELECT FROM recipient WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [
      ids,
    ]);
    await db.query('SELECT identity.erase(id, $2, $3) FROM unnest($1::uuid[]) AS id', [
      ids,
      projectId,
      reason,
    ]);
    await db.query(
      `UPDATE recipient SET initials = NULL, flags = '{}', citizenship_proof = NULL, erased_on = $2, restricted_on = NULL,
         restricted_reason = NULL, version = version + 1 WHERE id = ANY($1::uuid[])`,
      [ids, this.clock.today()],
    );
    await db.query('SELECT imports_forget($1::uuid[])', [ids]);
    await db.query('SELECT recipient_forget(id, $2) FROM unnest($1::uuid[]) AS id', [ids, reason]);
  }

  private async viewOf(db: EntityManager, projectId: string): Promise<RetentionView> {
    const [row] = (await db.query(
      `SELECT last_payment_on AS "lastPaymentOn", years, legal_hold AS "legalHold", note, version FROM retention WHERE project_id = $1`,
      [projectId],
    )) as (typeof DEFAULT)[];
    const [{ identities }] = (await db.query(
      `SELECT count(*)::int AS identities FROM identity.held(ARRAY(SELECT DISTINCT recipient_id FROM intake WHERE project_id = $1))`,
      [projectId],
    )) as [{ identities: number }];
    const kept = row ?? DEFAULT;
    const keepUntil = keptUntil(kept);
    const past = keepUntil !== null && keepUntil < this.clock.today();
    return { ...kept, keepUntil, identities, due: past && !kept.legalHold && identities > 0 };
  }
}
