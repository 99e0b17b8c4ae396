import {
  IdField,
  IntegerField,
  ListField,
  MoneyField,
  ObjectField,
  TextField,
} from '../kernel/fields.js';
import { BudgetVersionView, FundingSourceView, LineSourceView } from '../budget/budget.dto.js';

export class MatrixQuery {
  @IdField({ optional: true, description: 'Se manca, la versione in vigore.' })
  budgetVersionId?: string;
}

export class Figures {
  @MoneyField() planned: string;
  @MoneyField() spent: string;
  @MoneyField({ description: 'Previsto meno speso: negativo quando la spesa supera.' })
  residual: string;
  @MoneyField({ description: 'Parte dello speso che oggi non è rendicontabile.' })
  notClaimable: string;
}

export class MatrixLine extends Figures {
  @IdField() id: string;
  @IdField() stableKey: string;
  @IdField() participationId: string;
  @TextField({ max: 1000 }) participationName: string;
  @IdField() categoryId: string;
  @TextField() categoryCode: string;
  @TextField() categoryLabel: string;
  @IdField({ nullable: true }) workItemId: string | null;
  @TextField({ nullable: true }) workItemCode: string | null;
  @TextField({ nullable: true, max: 1000 }) workItemTitle: string | null;
  @TextField() description: string;
  @ListField(() => LineSourceView, { description: 'Il previsto, per fonte.' })
  sources: LineSourceView[];
  @IntegerField() expenses: number;
  @IntegerField() version: number;
}

export class MatrixTotal extends Figures {
  @IdField() id: string;
  @TextField({ nullable: true }) code: string | null;
  @TextField({ max: 1000 }) label: string;
}

export class MonthSpent {
  @TextField({ max: 7 }) month: string;
  @MoneyField() spent: string;
}

/** Planned, spent, residual by line, with the totals of what the caller reaches. */
export class BudgetMatrix {
  @ObjectField(() => BudgetVersionView, { nullable: true }) budgetVersion: BudgetVersionView | null;
  @ListField(() => FundingSourceView) sources: FundingSourceView[];
  @ListField(() => MatrixLine) lines: MatrixLine[];
  @ListField(() => MatrixTotal) byCategory: MatrixTotal[];
  @ListField(() => MatrixTotal) byParticipation: MatrixTotal[];
  @ListField(() => MatrixTotal) bySource: MatrixTotal[];
  @ListField(() => MonthSpent) byMonth: MonthSpent[];
  @ObjectField(() => Figures) total: Figures;
}
