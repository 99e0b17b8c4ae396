import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  MoneyField,
  RateField,
  TextField,
} from '../kernel/fields.js';
import { Money } from '../kernel/money.js';
import type { BudgetLine } from './budget-line.entity.js';
import { budgetStates, type BudgetState, type BudgetVersion } from './budget-version.entity.js';
import type { FundingSource } from './funding-source.entity.js';

export class FundingSourceInput {
  @TextField({ max: 20 }) code: string;
  @TextField({ max: 120 }) label: string;
  @RateField({ description: 'Quota del costo che la fonte paga.' }) rate: string;
}

export class FundingSourcesInput {
  @ListField(() => FundingSourceInput, { min: 1, max: 10 }) items: FundingSourceInput[];
}

export class FundingSourceView extends FundingSourceInput {
  @IdField() id: string;
}

export class FundingSourceList {
  @ListField(() => FundingSourceView) items: FundingSourceView[];
}

export class BudgetVersionView {
  @IdField() id: string;
  @IntegerField() number: number;
  @EnumField(budgetStates) state: BudgetState;
  @DayField({ nullable: true }) approvedOn: string | null;
  @TextField({ nullable: true }) act: string | null;
  @LongTextField({ nullable: true }) note: string | null;
  @MoneyField() total: string;
  @IntegerField() lines: number;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class BudgetVersionList {
  @ListField(() => BudgetVersionView) items: BudgetVersionView[];
}

export class NewBudgetVersion {
  @LongTextField({ optional: true, nullable: true, max: 2000 }) note?: string | null;
}

export class BudgetApproval {
  @DayField({ description: 'Giorno dell’approvazione.' }) approvedOn: string;
  @TextField({
    optional: true,
    nullable: true,
    description: 'L’atto che approva o che cambia il finanziamento.',
  })
  act?: string | null;
}

export class NewBudgetLine {
  @IdField() participationId: string;
  @IdField({ optional: true, nullable: true }) workItemId?: string | null;
  @IdField() categoryId: string;
  @TextField() description: string;
  @MoneyField({ sign: 'notNegative' }) planned: string;
}

export class BudgetLineChange {
  @TextField({ optional: true }) description?: string;
  @MoneyField({ optional: true, sign: 'notNegative' }) planned?: string;
}

export class LineSourceView {
  @IdField() fundingSourceId: string;
  @MoneyField() amount: string;
}

export class BudgetLineView {
  @IdField() id: string;
  @IdField() budgetVersionId: string;
  @IdField({ description: 'La stessa riga in tutte le versioni.' }) stableKey: string;
  @IdField() participationId: string;
  @IdField({ nullable: true }) workItemId: string | null;
  @IdField() categoryId: string;
  @TextField() description: string;
  @MoneyField() planned: string;
  @ListField(() => LineSourceView) sources: LineSourceView[];
  @IntegerField() version: number;
}

export class ParticipationChoice {
  @IdField() id: string;
  @TextField() name: string;
}

export class WorkItemChoice {
  @IdField() id: string;
  @TextField() code: string;
  @TextField({ max: 1000 }) title: string;
}

export class CategoryChoice {
  @IdField() id: string;
  @TextField() code: string;
  @TextField() label: string;
}

/** What a line can be made of. */
export class BudgetChoices {
  @ListField(() => ParticipationChoice) participations: ParticipationChoice[];
  @ListField(() => WorkItemChoice) workItems: WorkItemChoice[];
  @ListField(() => CategoryChoice) categories: CategoryChoice[];
}

export const toFundingSourceView = ({
  id,
  code,
  label,
  rate,
}: FundingSource): FundingSourceView => ({
  id,
  code,
  label,
  rate,
});

export const toVersionView = (
  { id, number, state, approvedOn, act, note, demonstration, version }: BudgetVersion,
  { total, lines }: { total: Money; lines: number },
): BudgetVersionView => ({
  id,
  number,
  state,
  approvedOn,
  act,
  note,
  total: total.toString(),
  lines,
  demonstration,
  version,
});

export const toLineView = (
  line: BudgetLine,
  sources: readonly { fundingSourceId: string; amount: Money }[],
): BudgetLineView => ({
  id: line.id,
  budgetVersionId: line.budgetVersionId,
  stableKey: line.stableKey,
  participationId: line.participationId,
  workItemId: line.workItemId,
  categoryId: line.costCategoryId,
  description: line.description,
  planned: line.planned.toString(),
  sources: sources.map(({ fundingSourceId, amount }) => ({
    fundingSourceId,
    amount: amount.toString(),
  })),
  version: line.version,
});
