import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/dates.js';
import { Conflict, NotFound } from '../kernel/errors.js';
import { Money } from '../kernel/money.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { assertMayApprove } from './approval.js';
import { BudgetLine } from './budget-line.entity.js';
import { BudgetVersion } from './budget-version.entity.js';
import {
  type BudgetApproval,
  BudgetVersionList,
  BudgetVersionView,
  type NewBudgetVersion,
  toVersionView,
} from './budget.dto.js';

interface Size {
  total: Money;
  lines: number;
}

/** Versions of a project's budget: draft, approved, superseded by the next. */
@Injectable()
export class BudgetVersionsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  /** Newest first. Their totals are the project's: a caller bound to some participations gets only the share of those. */
  async list(projectId: string, participationIds: string[] | null): Promise<BudgetVersionList> {
    const db = this.source.manager;
    const versions = await db.find(BudgetVersion, {
      where: { projectId },
      order: { number: 'DESC' },
    });
    const items = versions.map(async (version) =>
      toVersionView(version, await sizeOf(db, version.id, participationIds)),
    );
    return { items: await Promise.all(items) };
  }

  /** A draft that starts as a copy of the budget in force, line by line with the same keys; empty when there is none. */
  open(projectId: string, { note = null }: NewBudgetVersion): Promise<BudgetVersionView> {
    return this.writes.run(async (db) => {
      const last = await db.findOne(BudgetVersion, {
        where: { projectId },
        order: { number: 'DESC' },
      });
      if (last?.state === 'draft') throw draftExists();
      const number = (last?.number ?? 0) + 1;
      const { id } = await db.save(
        db.create(BudgetVersion, { projectId, number, note, state: 'draft' }),
      );
      await copyApproved(db, projectId, id);
      return viewOf(db, id);
    });
  }

  discard(projectId: string, id: string, seen: number): Promise<void> {
    return this.writes.run(async (db) => {
      const draft = await bumpVersion(db, BudgetVersion, { id, projectId }, seen);
      if (draft.state !== 'draft') throw notDraft();
      await db.delete(BudgetLine, { budgetVersionId: id });
      await db.delete(BudgetVersion, { id });
    });
  }

  approve(
    projectId: string,
    id: string,
    seen: number,
    { approvedOn, act = null }: BudgetApproval,
  ): Promise<BudgetVersionView> {
    return this.writes.run(async (db) => {
      const draft = await bumpVersion(db, BudgetVersion, { id, projectId }, seen);
      const inForce = await db.findOne(BudgetVersion, {
        where: { projectId, state: 'approved' },
        lock: { mode: 'pessimistic_write' },
      });
      assertMayApprove({
        draft: { state: draft.state, ...(await sizeOf(db, id)) },
        previous: inForce && {
          total: (await sizeOf(db, inForce.id)).total,
          approvedOn: inForce.approvedOn ?? approvedOn,
        },
        approvedOn,
        act,
        today: this.clock.today(),
      });
      if (inForce)
        await db.save(
          Object.assign(inForce, { state: 'superseded', version: inForce.version + 1 }),
        );
      await db.save(Object.assign(draft, { state: 'approved', approvedOn, act }));
      return viewOf(db, id);
    });
  }

  async find(projectId: string, id: string): Promise<BudgetVersion> {
    const version = await this.source.getRepository(BudgetVersion).findOneBy({ id, projectId });
    if (!version) throw new NotFound('versione del budget');
    return version;
  }

  inForce(projectId: string): Promise<BudgetVersion | null> {
    return this.source.getRepository(BudgetVersion).findOneBy({ projectId, state: 'approved' });
  }
}

async function viewOf(db: EntityManager, id: string): Promise<BudgetVersionView> {
  return toVersionView(await db.findOneByOrFail(BudgetVersion, { id }), await sizeOf(db, id));
}

async function sizeOf(
  db: EntityManager,
  id: string,
  participationIds: string[] | null = null,
): Promise<Size> {
  const [row] = (await db.query(
    `SELECT coalesce(sum(planned), 0) AS total, count(*)::int AS lines FROM budget_line
     WHERE budget_version_id = $1 AND ($2::uuid[] IS NULL OR participation_id = ANY($2))`,
    [id, participationIds],
  )) as [{ total: string; lines: number }];
  return { total: Money.of(row.total), lines: row.lines };
}

async function copyApproved(db: EntityManager, projectId: string, draftId: string): Promise<void> {
  await db.query(
    `INSERT INTO budget_line (project_id, budget_version_id, participation_id, work_item_id, cost_category_id, stable_key, description, planned)
     SELECT l.project_id, $2, l.participation_id, l.work_item_id, l.cost_category_id, l.stable_key, l.description, l.planned
     FROM budget_line l JOIN budget_version v ON v.id = l.budget_version_id
     WHERE v.project_id = $1 AND v.state = 'approved'`,
    [projectId, draftId],
  );
  await db.query(
    `INSERT INTO budget_line_source (project_id, budget_line_id, funding_source_id, amount)
     SELECT s.project_id, n.id, s.funding_source_id, s.amount
     FROM budget_line n JOIN budget_line o ON o.stable_key = n.stable_key
     JOIN budget_version v ON v.id = o.budget_version_id AND v.state = 'approved'
     JOIN budget_line_source s ON s.budget_line_id = o.id
     WHERE n.budget_version_id = $1`,
    [draftId],
  );
}

const draftExists = () =>
  new Conflict(
    'budget.draft_exists',
    'C’è già una variazione in corso: completa o elimina quella.',
  );

const notDraft = () =>
  new Conflict('budget.not_draft', 'Una versione approvata non si elimina: apri una variazione.');
