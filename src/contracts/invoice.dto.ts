import {
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyField,
  TextField,
} from '../kernel/fields.js';
import { type PackageUnit, packageUnits } from './billable.js';
import { type ExplanationReason, explanations } from './invoice-match.js';

/** What stands on the invoice, without VAT, and for which days. */
export class InvoiceQuery {
  @MoneyField({ sign: 'notNegative' }) amount: string;
  @DayField() from: string;
  @DayField() to: string;
}

export class InvoiceRow {
  @IdField() activityId: string;
  @DayField() day: string;
  @TextField({ max: 300 }) kindLabel: string;
  @TextField({ nullable: true, max: 600 }) body: string | null;
  @TextField({ nullable: true, max: 1000 }) people: string | null;
  @EnumField(['done', 'confirmed']) state: 'done' | 'confirmed';
  @EnumField(packageUnits) unit: PackageUnit;
  @IntegerField({ max: Number.MAX_SAFE_INTEGER }) billable: number;
  /** Null where the line of the contract has none: then it costs nothing. */
  @MoneyField({ nullable: true }) unitRate: string | null;
  @MoneyField() cost: string;
  /** What it has to do with the difference. */
  @EnumField(explanations, { nullable: true }) reason: ExplanationReason | null;
  @MoneyField({ nullable: true }) explains: string | null;
}

/** Expected, what the rows explain and what is unexplained sum to the amount. */
export class InvoiceComparison {
  @MoneyField() amount: string;
  /** Of confirmed work. */
  @MoneyField() expected: string;
  @MoneyField() difference: string;
  @MoneyField() unexplained: string;
  @ListField(() => InvoiceRow) items: InvoiceRow[];
}
