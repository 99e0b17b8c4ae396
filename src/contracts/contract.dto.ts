import { LanguageField } from '../kernel/code-fields.js';
import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  MoneyField,
  TextField,
} from '../kernel/fields.js';
import { type PackageUnit, packageUnits } from './billable.js';
import { type ContractState, contractStates } from './contract.entity.js';
import { type Alert, alerts } from './package.js';

const nullableOptional = { optional: true, nullable: true } as const;
const MOST = 100_000_000;

/** With a body, with a person, or with a person of a body. */
export class NewContract {
  @TextField() title: string;
  @IdField(nullableOptional) organisationId?: string | null;
  @IdField(nullableOptional) personId?: string | null;
  @TextField(nullableOptional) reference?: string | null;
  @DayField(nullableOptional) signedOn?: string | null;
  @DayField() validFrom: string;
  @DayField() validTo: string;
  @EnumField(contractStates, { optional: true }) state?: ContractState;
}

/** Only what shall change. */
export class ChangeContract {
  @TextField({ optional: true }) title?: string;
  @IdField(nullableOptional) organisationId?: string | null;
  @IdField(nullableOptional) personId?: string | null;
  @TextField(nullableOptional) reference?: string | null;
  @DayField(nullableOptional) signedOn?: string | null;
  @DayField({ optional: true }) validFrom?: string;
  @DayField({ optional: true }) validTo?: string;
  @EnumField(contractStates, { optional: true }) state?: ContractState;
}

/** Bought, minimum and step in the unit of the kind: minutes, pages or pieces. Validity is the contract's unless told. */
export class NewContractLine {
  @TextField({ max: 60 }) kind: string;
  @LanguageField(nullableOptional) language?: string | null;
  @MoneyField({ ...nullableOptional, sign: 'notNegative' }) unitRate?: string | null;
  @IntegerField({ min: 1, max: MOST }) bought: number;
  @IntegerField({ min: 0, max: 10_000, optional: true }) minimum?: number;
  @IntegerField({ min: 1, max: 10_000, optional: true }) step?: number;
  @DayField({ optional: true }) validFrom?: string;
  @DayField({ optional: true }) validTo?: string;
}

/** Only what shall change. */
export class ChangeContractLine {
  @TextField({ max: 60, optional: true }) kind?: string;
  @LanguageField(nullableOptional) language?: string | null;
  @MoneyField({ ...nullableOptional, sign: 'notNegative' }) unitRate?: string | null;
  @IntegerField({ min: 1, max: MOST, optional: true }) bought?: number;
  @IntegerField({ min: 0, max: 10_000, optional: true }) minimum?: number;
  @IntegerField({ min: 1, max: 10_000, optional: true }) step?: number;
  @DayField({ optional: true }) validFrom?: string;
  @DayField({ optional: true }) validTo?: string;
}

/** To a body or to a territory. */
export class AllotmentInput {
  @IdField(nullableOptional) organisationId?: string | null;
  @IdField(nullableOptional) territoryId?: string | null;
  @IntegerField({ min: 1, max: MOST }) amount: number;
}

export class AllotmentsInput {
  @ListField(() => AllotmentInput, { max: 200 }) items: AllotmentInput[];
}

export class AllotmentView {
  @IdField() id: string;
  @IdField({ nullable: true }) organisationId: string | null;
  @IdField({ nullable: true }) territoryId: string | null;
  /** Of the body or the territory. */
  @TextField({ max: 300 }) name: string;
  @IntegerField() amount: number;
}

export class ContractLineView {
  @IdField() id: string;
  @IdField() contractId: string;
  @TextField() kind: string;
  @TextField() kindLabel: string;
  @EnumField(packageUnits) unit: PackageUnit;
  @LanguageField({ nullable: true }) language: string | null;
  @MoneyField({ nullable: true }) unitRate: string | null;
  @IntegerField() bought: number;
  @IntegerField() minimum: number;
  @IntegerField() step: number;
  @DayField() validFrom: string;
  @DayField() validTo: string;
  @ListField(() => AllotmentView) allotments: AllotmentView[];
  /** Taken by planned, done and confirmed work, as it is billed. */
  @IntegerField({ max: Number.MAX_SAFE_INTEGER }) used: number;
  /** Negative when work with a reason went over it. */
  @IntegerField({ min: Number.MIN_SAFE_INTEGER }) residual: number;
  @EnumField(alerts) alert: Alert;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class ContractView {
  @IdField() id: string;
  @IdField() projectId: string;
  @TextField() title: string;
  @IdField({ nullable: true }) organisationId: string | null;
  @TextField({ nullable: true, max: 300 }) organisationName: string | null;
  @IdField({ nullable: true }) personId: string | null;
  @TextField({ nullable: true }) personName: string | null;
  @TextField({ nullable: true }) reference: string | null;
  @DayField({ nullable: true }) signedOn: string | null;
  @DayField() validFrom: string;
  @DayField() validTo: string;
  @EnumField(contractStates) state: ContractState;
  @ListField(() => ContractLineView) lines: ContractLineView[];
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class ContractList {
  @ListField(() => ContractView) items: ContractView[];
}
