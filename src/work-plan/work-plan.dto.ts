import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  PartialDateField,
  TextField,
  UrlField,
} from '../kernel/fields.js';
import { objectiveKinds, type ObjectiveKind } from '../projects/objective.entity.js';
import { deliverableKinds, type DeliverableKind } from './deliverable.entity.js';
import { planStates, type PlanState } from './work-plan-version.entity.js';
import { workItemKinds, type WorkItemKind } from './work-item.entity.js';

const free = { optional: true, nullable: true } as const;

export class WorkItemView {
  @IdField() id: string;
  @IdField({ nullable: true }) parentId: string | null;
  @EnumField(workItemKinds) kind: WorkItemKind;
  @TextField() code: string;
  @TextField({ max: 400 }) title: string;
  @LongTextField({ nullable: true }) description: string | null;
  @PartialDateField({ nullable: true }) starts: string | null;
  @PartialDateField({ nullable: true }) ends: string | null;
  @IntegerField() position: number;
  @ListField('id') objectiveIds: string[];
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class WorkItemList {
  /** The tree, each node right before its own. */
  @ListField(() => WorkItemView) items: WorkItemView[];
  /** Always null: a plan stands on one page. */
  @TextField({ nullable: true }) next: string | null;
}

export class ChangeWorkItem {
  @IdField(free) parentId?: string | null;
  @EnumField(workItemKinds, { optional: true }) kind?: WorkItemKind;
  @TextField({ optional: true, max: 40 }) code?: string;
  @TextField({ optional: true, max: 400 }) title?: string;
  @LongTextField(free) description?: string | null;
  @PartialDateField(free) starts?: string | null;
  @PartialDateField(free) ends?: string | null;
  @IntegerField({ optional: true, min: 0, max: 10_000 }) position?: number;
  @ListField('id', { optional: true, max: 50 }) objectiveIds?: string[];
}

export class AddWorkItem extends ChangeWorkItem {
  @EnumField(workItemKinds) override kind: WorkItemKind;
  @TextField({ max: 40 }) override code: string;
  @TextField({ max: 400 }) override title: string;
}

export class PlannedItemView {
  @IdField() id: string;
  @IdField({ nullable: true }) parentId: string | null;
  @EnumField(workItemKinds) kind: WorkItemKind;
  @TextField() code: string;
  @TextField({ max: 400 }) title: string;
  @PartialDateField({ nullable: true }) starts: string | null;
  @PartialDateField({ nullable: true }) ends: string | null;
}

export class PlanVersionView {
  @IdField() id: string;
  @IntegerField() number: number;
  @EnumField(planStates) state: PlanState;
  @DayField({ nullable: true }) approvedOn: string | null;
  @TextField({ nullable: true, max: 300 }) act: string | null;
  /** The plan as it was approved; null while it is a draft. */
  @ListField(() => PlannedItemView, { nullable: true }) items: PlannedItemView[] | null;
  @IntegerField() version: number;
}

export class PlanVersionList {
  @ListField(() => PlanVersionView) items: PlanVersionView[];
  /** Always null: the versions stand on one page. */
  @TextField({ nullable: true }) next: string | null;
}

export class ApprovePlan {
  @DayField() approvedOn: string;
  @TextField({ ...free, max: 300 }) act?: string | null;
}

export class ObjectiveView {
  @IdField() id: string;
  @IdField({ nullable: true }) parentId: string | null;
  @TextField({ nullable: true }) code: string | null;
  @EnumField(objectiveKinds) kind: ObjectiveKind;
  @LongTextField() text: string;
  @ListField('id') workItemIds: string[];
  @IntegerField() version: number;
}

export class ChangeObjective {
  @IdField(free) parentId?: string | null;
  @TextField({ ...free, max: 40 }) code?: string | null;
  @EnumField(objectiveKinds, { optional: true }) kind?: ObjectiveKind;
  @LongTextField({ optional: true, max: 2000 }) text?: string;
}

export class AddObjective extends ChangeObjective {
  @EnumField(objectiveKinds) override kind: ObjectiveKind;
  @LongTextField({ max: 2000 }) override text: string;
}

export class ObjectiveList {
  @ListField(() => ObjectiveView) items: ObjectiveView[];
  /** Always null: the objectives stand on one page. */
  @TextField({ nullable: true }) next: string | null;
}

export class DeliverableView {
  @IdField() id: string;
  @IdField({ nullable: true }) workItemId: string | null;
  @EnumField(deliverableKinds) kind: DeliverableKind;
  @TextField({ max: 400 }) title: string;
  /** ISO code, 'it'. */
  @TextField({ nullable: true }) language: string | null;
  @TextField({ nullable: true }) territory: string | null;
  @TextField({ nullable: true }) theme: string | null;
  @TextField({ nullable: true, max: 2000 }) url: string | null;
  @TextField({ nullable: true, max: 300 }) fileName: string | null;
}

export class DeliverableList {
  @ListField(() => DeliverableView) items: DeliverableView[];
  /** Always null: the deliverables stand on one page. */
  @TextField({ nullable: true }) next: string | null;
}

export class AddDeliverable {
  @IdField(free) workItemId?: string | null;
  @EnumField(deliverableKinds) kind: DeliverableKind;
  @TextField({ max: 400 }) title: string;
  @EnumField(['it', 'fr', 'es', 'ca', 'en', 'de', 'ar', 'sq', 'ro', 'zh'], free) language?:
    | string
    | null;
  @TextField(free) territory?: string | null;
  @TextField(free) theme?: string | null;
  @UrlField(free) url?: string | null;
  @TextField({ ...free, max: 300 }) fileName?: string | null;
}
