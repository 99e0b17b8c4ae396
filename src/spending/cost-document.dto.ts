import {
  BooleanField,
  CupField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  MoneyField,
  QueryBoolean,
  TextField,
} from '../kernel/fields.js';
import { Money } from '../kernel/money.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import {
  type CostDocumentKind,
  costDocumentKinds,
  type RecordState,
  recordStates,
} from './cost-document.entity.js';
import { remainingOf } from './document-ceiling.js';

/** A share to charge on a line of the budget in force. */
export class NewShare {
  @IdField() budgetLineId: string;
  @MoneyField({ sign: 'positive' }) amount: string;
  @DayField({
    optional: true,
    nullable: true,
    description: 'Giorno del costo; se manca, quello del giustificativo.',
  })
  incurredOn?: string | null;
  @DayField({ optional: true, nullable: true, description: 'Giorno del pagamento quietanzato.' })
  paidOn?: string | null;
  @TextField({ optional: true, nullable: true }) description?: string | null;
}

export class CostDocumentChange {
  @TextField({ optional: true }) issuerName?: string;
  @TextField({ optional: true, nullable: true, max: 20 }) issuerTaxId?: string | null;
  @TextField({ optional: true, max: 60 }) number?: string;
  @DayField({ optional: true }) issuedOn?: string;
  @MoneyField({ optional: true, sign: 'positive' }) total?: string;
  @MoneyField({ optional: true, sign: 'notNegative' }) vat?: string;
  @MoneyField({ optional: true, sign: 'notNegative' }) eligibleTotal?: string;
  @CupField({ optional: true, nullable: true }) cup?: string | null;
  @LongTextField({ optional: true, nullable: true, max: 2000 }) note?: string | null;
}

export class NewCostDocument {
  @IdField({ optional: true, description: 'Chi lo ha ricevuto; il partner può ometterlo.' })
  participationId?: string;
  @EnumField(costDocumentKinds) kind: CostDocumentKind;
  @TextField() issuerName: string;
  @TextField({
    optional: true,
    nullable: true,
    max: 20,
    description: 'Partita IVA o codice fiscale.',
  })
  issuerTaxId?: string | null;
  @TextField({ max: 60 }) number: string;
  @DayField() issuedOn: string;
  @MoneyField({ sign: 'positive', description: 'Totale, IVA compresa.' }) total: string;
  @MoneyField({ optional: true, sign: 'notNegative' }) vat?: string;
  @MoneyField({
    optional: true,
    sign: 'notNegative',
    description: 'Parte ammissibile; se manca, il totale.',
  })
  eligibleTotal?: string;
  @CupField({ optional: true, nullable: true }) cup?: string | null;
  @IdField({
    optional: true,
    nullable: true,
    description: 'Per una nota di credito: il giustificativo che riduce.',
  })
  creditsId?: string | null;
  @LongTextField({ optional: true, nullable: true, max: 2000 }) note?: string | null;
  @ListField(() => NewShare, { optional: true, max: 100 }) expenses?: NewShare[];
}

export class CancelReason {
  @TextField({ max: 500 }) reason: string;
}

export class CostDocumentQuery extends PageQuery {
  @TextField({
    optional: true,
    max: 100,
    description: 'Parte del nome di chi lo emette o del numero.',
  })
  q?: string;
  @EnumField(costDocumentKinds, { optional: true }) kind?: CostDocumentKind;
  @EnumField(recordStates, { optional: true }) state?: RecordState;
  @IdField({ optional: true }) participationId?: string;
  @QueryBoolean({ description: 'true: solo quelli di cui resta da imputare.' }) open?: boolean;
}

export class CostDocumentView {
  @IdField() id: string;
  @IdField({ description: 'Il progetto che lo ha ricevuto.' }) projectId: string;
  @IdField() participationId: string;
  @TextField({ max: 1000 }) participationName: string;
  @EnumField(costDocumentKinds) kind: CostDocumentKind;
  @EnumField(recordStates) state: RecordState;
  @TextField() issuerName: string;
  @TextField({ nullable: true }) issuerTaxId: string | null;
  @TextField() number: string;
  @DayField() issuedOn: string;
  @MoneyField() total: string;
  @MoneyField() vat: string;
  @MoneyField() eligibleTotal: string;
  @MoneyField({ description: 'Quanto tolgono le note di credito.' }) credited: string;
  @MoneyField({ description: 'Quanto è imputato, in tutti i progetti.' }) charged: string;
  @MoneyField({ description: 'Quanto resta da imputare.' }) remaining: string;
  @CupField({ nullable: true }) cup: string | null;
  @IdField({ nullable: true }) creditsId: string | null;
  @LongTextField({ nullable: true }) note: string | null;
  @TextField({ nullable: true, max: 500 }) cancelReason: string | null;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class CostDocumentPage extends PageClass(() => CostDocumentView) {}

/** A document as the database answers: amounts as text. */
export interface CostDocumentRow extends Omit<CostDocumentView, 'remaining'> {
  id: string;
}

export function toDocumentView(row: CostDocumentRow): CostDocumentView {
  const spent = row.kind === 'credit_note' || row.state === 'cancelled';
  const remaining = remainingOf({
    eligibleTotal: spent ? Money.zero : Money.of(row.eligibleTotal),
    credited: Money.of(row.credited),
    charged: Money.of(row.charged),
  });
  return { ...row, remaining: remaining.toString() };
}
