import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conflict } from '../kernel/errors.js';
import { Writes } from '../platform/write.js';
import { BudgetLineSource } from './budget-line.entity.js';
import { type FundingSourceInput, FundingSourceList, toFundingSourceView } from './budget.dto.js';
import { FundingSource } from './funding-source.entity.js';
import { assertWholeFunding } from './funding.js';

/** Who pays which share of a project. */
@Injectable()
export class FundingService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(projectId: string): Promise<FundingSourceList> {
    const rows = await this.source
      .getRepository(FundingSource)
      .find({ where: { projectId }, order: { position: 'ASC' } });
    return { items: rows.map(toFundingSourceView) };
  }

  /** Replaces them all: only while no line has been split over them. */
  replace(projectId: string, items: FundingSourceInput[]): Promise<FundingSourceList> {
    assertWholeFunding(items.map((item) => item.rate));
    return this.writes.run(async (db) => {
      if (await db.existsBy(BudgetLineSource, { projectId })) throw inUse();
      await db.delete(FundingSource, { projectId });
      const rows = items.map((item, position) =>
        db.create(FundingSource, { ...item, projectId, position }),
      );
      const saved = await db.save(rows);
      return { items: saved.map(toFundingSourceView) };
    });
  }
}

const inUse = () =>
  new Conflict(
    'funding.in_use',
    'Il budget è già ripartito fra le fonti: non si possono più sostituire.',
  );
