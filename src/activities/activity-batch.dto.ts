import { BooleanField, IdField, IntegerField, ListField, TextField } from '../kernel/fields.js';
import { ActivityView, LogActivity } from './activity.dto.js';

const MOST_ROWS = 500;

/** With an id the activity as it shall be, else a new one. */
export class BatchRow extends LogActivity {
  @IdField({ optional: true }) id?: string;
  /** The version that was seen; wanted with an id. */
  @IntegerField({ optional: true, min: 1 }) version?: number;
}

/** An activity as it was seen, to be cancelled or confirmed. */
export class SeenActivity {
  @IdField() id: string;
  @IntegerField({ min: 1 }) version: number;
}

/** Many activities of one project, saved all together or not at all. */
export class SaveBatch {
  @ListField(() => BatchRow, { optional: true, max: MOST_ROWS }) rows?: BatchRow[];
  @ListField(() => SeenActivity, { optional: true, max: MOST_ROWS }) cancel?: SeenActivity[];
  /** Why those are cancelled; wanted when there are any. */
  @TextField({ optional: true, nullable: true, max: 500 }) reason?: string | null;
  /** Done work that is to be confirmed as it stands. */
  @ListField(() => SeenActivity, { optional: true, max: MOST_ROWS }) confirm?: SeenActivity[];
  /** Only says what would be wrong: nothing is saved. */
  @BooleanField({ optional: true }) dryRun?: boolean;
}

export class BatchRowOfProject extends BatchRow {
  @IdField() projectId: string;
}

export class SeenActivityOfProject extends SeenActivity {
  @IdField() projectId: string;
}

/** Many activities of several projects, saved all together or not at all: each row says of which it is. */
export class SaveBatchOfProjects extends SaveBatch {
  @ListField(() => BatchRowOfProject, { optional: true, max: MOST_ROWS })
  declare rows?: BatchRowOfProject[];
  @ListField(() => SeenActivityOfProject, { optional: true, max: MOST_ROWS })
  declare cancel?: SeenActivityOfProject[];
  @ListField(() => SeenActivityOfProject, { optional: true, max: MOST_ROWS })
  declare confirm?: SeenActivityOfProject[];
}

/** A batch of one project as one of several. */
export const ofProject = (projectId: string, batch: SaveBatch): SaveBatchOfProjects => ({
  ...batch,
  rows: batch.rows?.map((row) => ({ ...row, projectId })),
  cancel: batch.cancel?.map((row) => ({ ...row, projectId })),
  confirm: batch.confirm?.map((row) => ({ ...row, projectId })),
});

export class BatchView {
  /** Null when nothing was saved because only an answer was wanted. */
  @IdField({ nullable: true }) id: string | null;
  @ListField(() => ActivityView) items: ActivityView[];
  @IntegerField() cancelled: number;
  @IntegerField() confirmed: number;
}

export class BatchUndone {
  @IntegerField() activities: number;
}
