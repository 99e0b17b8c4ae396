import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  MoneyField,
  QueryBoolean,
  TextField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import { type Block, blockCodes } from './claimability.js';
import { NewShare } from './cost-document.dto.js';
import {
  type CostDocumentKind,
  costDocumentKinds,
  type RecordState,
  recordStates,
} from './cost-document.entity.js';

export class NewExpense extends NewShare {
  @IdField() costDocumentId: string;
}

export class ExpenseChange {
  @IdField({ optional: true }) budgetLineId?: string;
  @MoneyField({ optional: true, sign: 'positive' }) amount?: string;
  @DayField({ optional: true }) incurredOn?: string;
  @DayField({ optional: true, nullable: true }) paidOn?: string | null;
  @TextField({ optional: true, nullable: true }) description?: string | null;
}

/** Cancels an expense that a sent report holds and records the right one in its place. */
export class ExpenseCorrection extends ExpenseChange {
  @TextField({ max: 500 }) reason: string;
}

export const expenseStates = [...recordStates, 'all'] as const;

/** What a figure of the budget is made of: the same filter lists its rows and totals them. */
export class ExpenseFilter extends PageQuery {
  @IdField({ optional: true, description: 'La riga in qualunque versione del budget.' })
  budgetLineId?: string;
  @IdField({ optional: true }) categoryId?: string;
  @IdField({ optional: true }) participationId?: string;
  @IdField({ optional: true }) workItemId?: string;
  @IdField({ optional: true, description: 'Gli importi sono allora la quota di questa fonte.' })
  fundingSourceId?: string;
  @IdField({ optional: true }) costDocumentId?: string;
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
  @QueryBoolean({ description: 'true: senza motivi che la bloccano.' }) claimable?: boolean;
  @EnumField(blockCodes, { optional: true }) block?: Block;
  @EnumField(expenseStates, { optional: true, description: 'Se manca: recorded.' })
  state?: (typeof expenseStates)[number];
  @TextField({ optional: true, max: 100, description: 'Parte di emittente, numero o descrizione.' })
  q?: string;
}

export class ExpenseView {
  @IdField() id: string;
  @IdField() projectId: string;
  @IdField() participationId: string;
  @TextField({ max: 1000 }) participationName: string;
  @IdField() costDocumentId: string;
  @EnumField(costDocumentKinds) documentKind: CostDocumentKind;
  @TextField() issuerName: string;
  @TextField() documentNumber: string;
  @DayField() documentIssuedOn: string;
  @IdField() budgetLineId: string;
  @TextField() lineDescription: string;
  @IdField() categoryId: string;
  @TextField() categoryCode: string;
  @TextField() categoryLabel: string;
  @IdField({ nullable: true }) workItemId: string | null;
  @TextField({ nullable: true }) workItemCode: string | null;
  @MoneyField() amount: string;
  @MoneyField({ nullable: true, description: 'La quota della fonte chiesta nel filtro.' }) share:
    | string
    | null;
  @DayField() incurredOn: string;
  @DayField({ nullable: true }) paidOn: string | null;
  @TextField({ nullable: true }) description: string | null;
  @EnumField(recordStates) state: RecordState;
  @TextField({ nullable: true, max: 500 }) cancelReason: string | null;
  @ListField(blockCodes, { description: 'Perché non è rendicontabile; vuoto quando lo è.' })
  blocks: Block[];
  @BooleanField({ description: 'È in un rendiconto inviato.' }) locked: boolean;
  @IdField({ nullable: true }) correctsId: string | null;
  @BooleanField() demonstration: boolean;
  @InstantField() createdAt: string;
  @IntegerField() version: number;
}

export class ExpensePage extends PageClass(() => ExpenseView) {}

export class ExpenseTotals {
  @IntegerField() expenses: number;
  @MoneyField() amount: string;
  @MoneyField() claimable: string;
  @MoneyField() notClaimable: string;
}
