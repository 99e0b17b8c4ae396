import {
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  RateField,
  TextField,
} from '../kernel/fields.js';
import { capBases, type CapBase } from './call.entity.js';
import { nodeKinds, type NodeKind } from './programme.entity.js';

const free = { optional: true, nullable: true } as const;

export class ChangeFund {
  @TextField({ optional: true, max: 40 }) code?: string;
  @TextField({ optional: true, max: 300 }) name?: string;
  @LongTextField({ ...free, max: 2000 }) note?: string | null;
}

export class AddFund extends ChangeFund {
  @TextField({ max: 40 }) override code: string;
  @TextField({ max: 300 }) override name: string;
}

export class ChangeProgramme {
  @TextField({ optional: true, max: 40 }) code?: string;
  @TextField({ optional: true, max: 300 }) name?: string;
  @TextField({ ...free, max: 40 }) years?: string | null;
}

export class AddProgramme extends ChangeProgramme {
  @TextField({ max: 40 }) override code: string;
  @TextField({ max: 300 }) override name: string;
}

export class ChangeNode {
  @IdField(free) parentId?: string | null;
  @TextField({ optional: true, max: 40 }) code?: string;
  @TextField({ optional: true, max: 300 }) label?: string;
  @EnumField(nodeKinds, { optional: true }) kind?: NodeKind;
}

export class AddNode extends ChangeNode {
  @TextField({ max: 40 }) override code: string;
  @TextField({ max: 300 }) override label: string;
  @EnumField(nodeKinds) override kind: NodeKind;
}

/** A cost category as it shall be; without an id it is a new one. */
export class CallCategory {
  @IdField(free) id?: string | null;
  /** The code of the category that it stands under. */
  @TextField({ ...free, max: 40 }) parentCode?: string | null;
  @TextField({ max: 40 }) code: string;
  @TextField({ max: 300 }) label: string;
  /** Null: no cap. */
  @RateField(free) capRate?: string | null;
  @EnumField(capBases, free) capBase?: CapBase | null;
  @TextField({ ...free, max: 500 }) mandatoryIf?: string | null;
}

export class CallRuleInput {
  @TextField({ max: 80 }) code: string;
  @TextField({ max: 300 }) label: string;
  /** Null: not configured, and nothing computes with it. */
  @TextField({ ...free, max: 500 }) value?: string | null;
  @TextField({ ...free, max: 500 }) source?: string | null;
  @DayField(free) validFrom?: string | null;
  @DayField(free) validTo?: string | null;
}

/** What may be changed of a call: what is left out stays, a list that is given takes the place of the old one. */
export class ChangeCall {
  @TextField({ ...free, max: 80 }) code?: string | null;
  @TextField({ optional: true, max: 300 }) title?: string;
  @IntegerField({ ...free, min: 1950, max: 2100 }) year?: number | null;
  @LongTextField({ ...free, max: 2000 }) note?: string | null;
  @ListField(() => CallCategory, { optional: true, max: 100 }) costCategories?: CallCategory[];
  @ListField(() => CallRuleInput, { optional: true, max: 200 }) rules?: CallRuleInput[];
}

export class AddCall extends ChangeCall {
  @TextField({ max: 300 }) override title: string;
}
