import {
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  PartialDateField,
  TextField,
} from '../kernel/fields.js';
import { workItemKinds, type WorkItemKind } from '../work-plan/work-item.entity.js';

const nullable = { nullable: true } as const;

/** One work item over time: as planned now, as last approved, as done. */
export class GanttItem {
  @IdField() id: string;
  @IdField(nullable) parentId: string | null;
  @EnumField(workItemKinds) kind: WorkItemKind;
  @TextField() code: string;
  @TextField({ max: 400 }) title: string;
  @PartialDateField(nullable) starts: string | null;
  @PartialDateField(nullable) ends: string | null;
  @PartialDateField(nullable) baselineStarts: string | null;
  @PartialDateField(nullable) baselineEnds: string | null;
  /** First and last day of done work, of this item and of those under it. */
  @DayField(nullable) firstDone: string | null;
  @DayField(nullable) lastDone: string | null;
  @IntegerField() activities: number;
  @IntegerField({ max: Number.MAX_SAFE_INTEGER }) minutes: number;
  /** Activities still to come. */
  @IntegerField() planned: number;
  /** Days by which the plan of today begins or ends after the approved one; negative before; null where one of them is not known. */
  @IntegerField(nullable) startDeviation: number | null;
  @IntegerField(nullable) endDeviation: number | null;
  /** Days of work done after the approved end, else after the planned one; 0 for none, null where no end is known. */
  @IntegerField(nullable) overrun: number | null;
}

export class GanttView {
  @ListField(() => GanttItem) items: GanttItem[];
  /** The version of the plan that is the baseline; null while none is approved. */
  @IntegerField(nullable) baselineNumber: number | null;
  @DayField(nullable) baselineApprovedOn: string | null;
}
