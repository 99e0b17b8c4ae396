import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { toVersionView } from '../budget/budget.dto.js';
import { BudgetVersionsService } from '../budget/budget-versions.service.js';
import { FundingService } from '../budget/funding.service.js';
import { Money } from '../kernel/money.js';
import type { BudgetMatrix, Figures, MatrixLine, MatrixQuery, MatrixTotal } from './matrix.dto.js';
import { figures, sumOf, totalsBy } from './matrix.js';
import { matrixLines, matrixSources, spentByMonth } from './matrix.queries.js';

/** Planned, spent and residual, by line and in total. */
@Injectable()
export class MatrixService {
  constructor(
    private readonly source: DataSource,
    private readonly versions: BudgetVersionsService,
    private readonly funding: FundingService,
  ) {}

  async of(
    caller: Caller,
    projectId: string,
    { budgetVersionId }: MatrixQuery,
  ): Promise<BudgetMatrix> {
    const version = budgetVersionId
      ? await this.versions.find(projectId, budgetVersionId)
      : await this.versions.inForce(projectId);
    const { items: sources } = await this.funding.list(projectId);
    const db = this.source.manager;
    const lines = version ? withResidual(await matrixLines(db, caller, version.id)) : [];
    const total = sumOf(lines);
    return {
      budgetVersion:
        version && toVersionView(version, { total: Money.of(total.planned), lines: lines.length }),
      sources,
      lines,
      ...totalsOf(lines),
      bySource: version ? withResidual(await matrixSources(db, caller, version.id)) : [],
      byMonth: await spentByMonth(db, caller),
      total,
    };
  }
}

const totalsOf = (
  lines: readonly MatrixLine[],
): { byCategory: MatrixTotal[]; byParticipation: MatrixTotal[] } => ({
  byCategory: totalsBy(lines, (line) => ({
    id: line.categoryId,
    code: line.categoryCode,
    label: line.categoryLabel,
  })),
  byParticipation: totalsBy(lines, (line) => ({
    id: line.participationId,
    code: null,
    label: line.participationName,
  })),
});

const withResidual = <Row extends Omit<Figures, 'residual'>>(
  rows: readonly Row[],
): (Row & Figures)[] =>
  rows.map((row) => ({
    ...row,
    ...figures({
      planned: Money.of(row.planned),
      spent: Money.of(row.spent),
      notClaimable: Money.of(row.notClaimable),
    }),
  }));
