import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import { Conflict, NotFound } from '../kernel/errors.js';
import { describeConstraint } from '../platform/constraints.js';
import { Writes } from '../platform/write.js';
import type { DuplicateList, MergeInput, MergeList, MergeView } from './merge.dto.js';
import { findRecipient, reachableIds } from './recipients.queries.js';

describeConstraint('recipient_merge_once', {
  status: 409,
  code: 'merge.once',
  detail: 'Questo codice è già unito a un altro: sciogli prima quell’unione.',
});
describeConstraint('recipient_merge_other', {
  status: 422,
  code: 'merge.same',
  detail: 'È lo stesso codice: scegli due codici diversi.',
});

const MERGES = `
  SELECT m.id, k.code AS kept, m.kept_id AS "keptId", g.code AS gone, m.gone_id AS "goneId", m.reason, m.created_at AS at, u.name AS actor,
    m.undone_on AS "undoneOn", m.undone_reason AS "undoneReason", m.version
  FROM recipient_merge m JOIN recipient k ON k.id = m.kept_id JOIN recipient g ON g.id = m.gone_id
  LEFT JOIN app_user u ON u.id = m.created_by WHERE m.project_id = $1`;

/** Codes of one person become one for every count, as long as the merge stands; snapshots that were sent stay as they are. */
@Injectable()
export class MergesService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  async list(projectId: string): Promise<MergeList> {
    return {
      items: await this.source.query(`${MERGES} ORDER BY m.id DESC LIMIT 500`, [projectId]),
    };
  }

  /** Pairs that are probably one person, by what their identities have in common: proposed, never merged by itself. */
  async duplicates(caller: Caller, projectId: string): Promise<DuplicateList> {
    const db = this.source.manager;
    const ids = await reachableIds(db, caller, projectId, 'recipient.merge');
    const items = await db.query(
      `SELECT a.id AS "oneId", a.code AS one, b.id AS "otherId", b.code AS other, p.why
       FROM identity.alike($1) p JOIN recipient a ON a.id = p.one JOIN recipient b ON b.id = p.other
       WHERE a.person_id <> b.person_id
         AND NOT EXISTS (SELECT FROM not_the_same n WHERE n.one_id = p.one AND n.other_id = p.other)
       ORDER BY p.why DESC, a.code, b.code LIMIT 500`,
      [ids],
    );
    return { items };
  }

  merge(
    caller: Caller,
    projectId: string,
    { keptId, goneId, reason }: MergeInput,
  ): Promise<MergeView> {
    return this.writes.run(async (db) => {
      await this.reach(db, caller, projectId, [keptId, goneId]);
      // Two merges at once could close a circle.
      await db.query(`SELECT pg_advisory_xact_lock(hashtext('recipient_merge'))`);
      const [kept, gone] = await personsOf(db, [keptId, goneId]);
      if (kept === gone && keptId !== goneId) throw already();
      const [{ id }] = (await db.query(
        'INSERT INTO recipient_merge (project_id, kept_id, gone_id, reason) VALUES ($1, $2, $3, $4) RETURNING id',
        [projectId, kept, gone, reason],
      )) as [{ id: string }];
      await db.query('SELECT recipient_persons($1)', [kept]);
      return viewOf(db, projectId, id);
    });
  }

  /** The project that merged them takes it back, also where another knows the person by a code of its own. */
  undo(projectId: string, id: string, reason: string): Promise<MergeView> {
    return this.writes.run(async (db) => {
      await db.query(`SELECT pg_advisory_xact_lock(hashtext('recipient_merge'))`);
      const merge = await viewOf(db, projectId, id);
      if (merge.undoneOn) throw new Conflict('merge.undone', 'Questa unione è già stata sciolta.');
      await db.query(
        'UPDATE recipient_merge SET undone_on = $2, undone_reason = $3, version = version + 1 WHERE id = $1',
        [id, this.clock.today(), reason],
      );
      await db.query('SELECT recipient_persons($1)', [merge.goneId]);
      return viewOf(db, projectId, id);
    });
  }

  /** These two are not one person: they are not proposed again. */
  dismiss(caller: Caller, projectId: string, ids: [string, string]): Promise<void> {
    return this.writes.run(async (db) => {
      await this.reach(db, caller, projectId, ids);
      await db.query(
        'INSERT INTO not_the_same (one_id, other_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        ids.sort(),
      );
    });
  }

  private async reach(
    db: EntityManager,
    caller: Caller,
    projectId: string,
    ids: string[],
  ): Promise<void> {
    const today = this.clock.today();
    for (const id of ids)
      await findRecipient(db, caller, { projectId, id, today }, 'recipient.merge');
  }
}

async function personsOf(db: EntityManager, ids: string[]): Promise<string[]> {
  const rows: { id: string; person: string }[] = await db.query(
    'SELECT id, person_id AS person FROM recipient WHERE id = ANY($1::uuid[])',
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.person ?? id);
}

async function viewOf(db: EntityManager, projectId: string, id: string): Promise<MergeView> {
  const [row] = (await db.query(`${MERGES} AND m.id = $2`, [projectId, id])) as MergeView[];
  if (!row) throw new NotFound();
  return row;
}

const already = () => new Conflict('merge.already', 'Questi codici sono già della stessa persona.');
