import { BooleanField, IdField, IntegerField, ListField, TextField } from '../kernel/fields.js';
import { ActivityView, LogActivity } from './activity.dto.js';

const MOST_ROWS = 500;

/** With an id the activity as it shall be, else a new one. */
export class BatchRow extends LogActivity {
  @IdField({ optional: true }) id?: string;
  /** The version that was seen; wanted with an id. */
  @IntegerField({ optional: true, min: 1 }) version?: number;
}

export class BatchCancel {
  @IdField() id: string;
  @IntegerField({ min: 1 }) version: number;
}

/** Many activities of one project, saved all together or not at all. */
export class SaveBatch {
  @ListField(() => BatchRow, { optional: true, max: MOST_ROWS }) rows?: BatchRow[];
  @ListField(() => BatchCancel, { optional: true, max: MOST_ROWS }) cancel?: BatchCancel[];
  /** Why those are cancelled; wanted when there are any. */
  @TextField({ optional: true, nullable: true, max: 500 }) reason?: string | null;
  /** Only says what would be wrong: nothing is saved. */
  @BooleanField({ optional: true }) dryRun?: boolean;
}

export class BatchView {
  /** Null when nothing was saved because only an answer was wanted. */
  @IdField({ nullable: true }) id: string | null;
  @ListField(() => ActivityView) items: ActivityView[];
  @IntegerField() cancelled: number;
}

export class BatchUndone {
  @IntegerField() activities: number;
}
