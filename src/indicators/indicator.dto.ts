import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  MinutesField,
  QuantityField,
  TextField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import { targetStatuses, type TargetStatus } from '../recipients/target-status.js';
import { measures, type Measure } from './indicator.entity.js';

export class NewIndicator {
  @TextField({ max: 30 }) code: string;
  @TextField() label: string;
  @TextField({ max: 40, description: 'Come si mostra: ore, pagine, laboratori…' }) unit: string;
  @EnumField(measures) measure: Measure;
  @ListField('text', { max: 50, description: 'Tipi di attività che contano; nessuno: tutti.' })
  kinds: string[];
  @IdField({ nullable: true, optional: true }) workItemId?: string | null;
  @QuantityField({ description: 'In minuti quando la misura è in minuti.' }) target: number;
  @LongTextField({ nullable: true, optional: true }) note?: string | null;
}

export class ChangeIndicator {
  @TextField({ max: 30, optional: true }) code?: string;
  @TextField({ optional: true }) label?: string;
  @TextField({ max: 40, optional: true }) unit?: string;
  @EnumField(measures, { optional: true }) measure?: Measure;
  @ListField('text', { max: 50, optional: true }) kinds?: string[];
  @IdField({ nullable: true, optional: true }) workItemId?: string | null;
  @QuantityField({ optional: true }) target?: number;
  @LongTextField({ nullable: true, optional: true }) note?: string | null;
}

/** Both ends of the period belong to it; without one the whole life of the project counts. */
export class IndicatorQuery {
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
}

export class IndicatorRowsQuery extends PageQuery {
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
}

export class IndicatorView {
  @IdField() id: string;
  @TextField() code: string;
  @TextField() label: string;
  @TextField() unit: string;
  @EnumField(measures) measure: Measure;
  @ListField('text') kinds: string[];
  @IdField({ nullable: true }) workItemId: string | null;
  @QuantityField() target: number;
  /** What was reached in the period: the sum of the rows, or how many people, each counted once. */
  @QuantityField() value: number;
  @LongTextField({ nullable: true }) note: string | null;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class IndicatorList {
  @ListField(() => IndicatorView) items: IndicatorView[];
}

export class IndicatorRow {
  @IdField() id: string;
  @DayField() day: string;
  @TextField() kind: string;
  @TextField() kindLabel: string;
  @TextField() workItemCode: string;
  @TextField({ nullable: true, max: 400 }) organisation: string | null;
  @TextField({ nullable: true, max: 400 }) place: string | null;
  @QuantityField() amount: number;
}

export class IndicatorRowPage extends PageClass(() => IndicatorRow) {
  /** Of all pages. */
  @IntegerField() count: number;
}

/** A person whom an indicator counts, as a code. */
export class IndicatorPerson {
  @IdField() id: string;
  @TextField() code: string;
  /** On the first day of those that count. */
  @EnumField(targetStatuses) target: TargetStatus;
  @IntegerField() presences: number;
  @MinutesField() minutes: number;
}

export class IndicatorPersonPage extends PageClass(() => IndicatorPerson) {}
