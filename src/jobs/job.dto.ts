import { EnumField, IdField, InstantField, IntegerField, TextField } from '../kernel/fields.js';
import { jobStates, type JobState } from '../platform/jobs.js';

export class JobView {
  @IdField() id: string;
  @TextField() kind: string;
  @IdField({ nullable: true }) subjectId: string | null;
  @IdField({ nullable: true }) projectId: string | null;
  @EnumField(jobStates) state: JobState;
  /** Steps done, of `total`. */
  @IntegerField({ min: 0 }) progress: number;
  @IntegerField({ min: 1 }) total: number;
  @TextField({ nullable: true, max: 500 }) message: string | null;
  @InstantField() createdAt: string;
  @InstantField({ nullable: true }) endedAt: string | null;
}
