import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NotFound } from '../kernel/errors.js';
import { Money } from '../kernel/money.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { BudgetLine, BudgetLineSource } from './budget-line.entity.js';
import { BudgetVersion } from './budget-version.entity.js';
import {
  type BudgetLineChange,
  type BudgetLineView,
  type NewBudgetLine,
  toLineView,
} from './budget.dto.js';
import { FundingSource } from './funding-source.entity.js';
import { fundedBy } from './funding.js';

/** Lines of a draft; the database refuses any change of an approved one. */
@Injectable()
export class BudgetLinesService {
  constructor(private readonly writes: Writes) {}

  add(projectId: string, budgetVersionId: string, line: NewBudgetLine): Promise<BudgetLineView> {
    return this.writes.run(async (db) => {
      if (!(await db.existsBy(BudgetVersion, { id: budgetVersionId, projectId })))
        throw new NotFound('versione del budget');
      const { participationId, workItemId = null, categoryId, description } = line;
      const row = db.create(BudgetLine, {
        projectId,
        budgetVersionId,
        participationId,
        workItemId,
        costCategoryId: categoryId,
        description,
        planned: Money.of(line.planned),
      });
      const { id } = await db.save(row);
      return fund(db, await db.findOneByOrFail(BudgetLine, { id }));
    });
  }

  change(
    projectId: string,
    id: string,
    seen: number,
    change: BudgetLineChange,
  ): Promise<BudgetLineView> {
    return this.writes.run(async (db) => {
      const line = await bumpVersion(db, BudgetLine, { id, projectId }, seen);
      line.description = change.description ?? line.description;
      line.planned = change.planned === undefined ? line.planned : Money.of(change.planned);
      await db.save(line);
      await db.delete(BudgetLineSource, { budgetLineId: id });
      return fund(db, line);
    });
  }

  remove(projectId: string, id: string, seen: number): Promise<void> {
    return this.writes.run(async (db) => {
      await bumpVersion(db, BudgetLine, { id, projectId }, seen);
      await db.delete(BudgetLine, { id, projectId });
    });
  }
}

async function fund(db: EntityManager, line: BudgetLine): Promise<BudgetLineView> {
  const { id: budgetLineId, projectId } = line;
  const sources = await db.find(FundingSource, {
    where: { projectId },
    order: { position: 'ASC' },
  });
  const shares = fundedBy(line.planned, sources);
  await db.save(
    shares.map((share) => db.create(BudgetLineSource, { ...share, projectId, budgetLineId })),
  );
  return toLineView(line, shares);
}
