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

export class ProgrammeNodeView {
  @IdField() id: string;
  @IdField({ nullable: true }) parentId: string | null;
  @TextField() code: string;
  @TextField({ max: 300 }) label: string;
  @EnumField(nodeKinds) kind: NodeKind;
  @IntegerField() version: number;
}

export class CostCategoryView {
  @IdField() id: string;
  @IdField({ nullable: true }) parentId: string | null;
  @TextField() code: string;
  @TextField({ max: 300 }) label: string;
  /** Null: no cap is set. */
  @RateField({ nullable: true }) capRate: string | null;
  @EnumField(capBases, { nullable: true }) capBase: CapBase | null;
  @TextField({ nullable: true, max: 500 }) mandatoryIf: string | null;
}

export class CallRuleView {
  @TextField() code: string;
  @TextField({ max: 300 }) label: string;
  /** Null: nobody has configured it. */
  @TextField({ nullable: true, max: 500 }) value: string | null;
  @TextField({ nullable: true, max: 500 }) source: string | null;
  @DayField({ nullable: true }) validFrom: string | null;
  @DayField({ nullable: true }) validTo: string | null;
}

export class CallView {
  @IdField() id: string;
  @TextField({ nullable: true }) code: string | null;
  @TextField({ max: 300 }) title: string;
  @IntegerField({ nullable: true }) year: number | null;
  @LongTextField({ nullable: true }) note: string | null;
  @ListField(() => CostCategoryView) costCategories: CostCategoryView[];
  @ListField(() => CallRuleView) rules: CallRuleView[];
  @IntegerField() version: number;
}

export class ProgrammeView {
  @IdField() id: string;
  @TextField() code: string;
  @TextField({ max: 300 }) name: string;
  @TextField({ nullable: true }) years: string | null;
  /** The tree of codes, parents before children. */
  @ListField(() => ProgrammeNodeView) nodes: ProgrammeNodeView[];
  @ListField(() => CallView) calls: CallView[];
  @IntegerField() version: number;
}

export class FundView {
  @IdField() id: string;
  @TextField() code: string;
  @TextField({ max: 300 }) name: string;
  @LongTextField({ nullable: true }) note: string | null;
  @ListField(() => ProgrammeView) programmes: ProgrammeView[];
  @IntegerField() version: number;
}

export class FundList {
  @ListField(() => FundView) items: FundView[];
  /** Always null: the funds stand on one page. */
  @TextField({ nullable: true }) next: string | null;
}
