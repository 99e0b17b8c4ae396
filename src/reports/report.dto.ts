import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  LongTextField,
  ObjectField,
  TextField,
} from '../kernel/fields.js';
import { jobStates, type JobState } from '../platform/jobs.js';
import { textNames, type TextName } from './completeness.js';
import { reportKinds, reportStates, type ReportKind, type ReportState } from './report.entity.js';

export class NewReport {
  /** First day of a calendar quarter. */
  @DayField() from: string;
  /** Its last day. */
  @DayField() to: string;
}

export class ReportTexts {
  @LongTextField({ optional: true, nullable: true }) synthesis?: string | null;
  @LongTextField({ optional: true, nullable: true }) strengths?: string | null;
  @LongTextField({ optional: true, nullable: true }) deviations?: string | null;
  @LongTextField({ optional: true, nullable: true }) problems?: string | null;
  @LongTextField({ optional: true, nullable: true }) teamChanges?: string | null;
  @LongTextField({ optional: true, nullable: true }) networkRoles?: string | null;
}

export const fileFormats = ['pdf', 'xlsx', 'csv'] as const;
export type FileFormat = (typeof fileFormats)[number];

export class ReportFileView {
  @EnumField(fileFormats) format: FileFormat;
  /** The document whose content it is. */
  @IdField() documentId: string;
  @TextField({ max: 300 }) name: string;
  @TextField() sha256: string;
  @IntegerField({ min: 0 }) sizeBytes: number;
}

/** The work that renders the files. */
export class ReportJobView {
  @IdField() id: string;
  @EnumField(jobStates) state: JobState;
  @IntegerField({ min: 0 }) progress: number;
  @IntegerField({ min: 1 }) total: number;
  @TextField({ nullable: true, max: 500 }) message: string | null;
}

export class ReportSummary {
  @IdField() id: string;
  @IntegerField({ min: 1 }) number: number;
  @EnumField(reportKinds) kind: ReportKind;
  @DayField() from: string;
  @DayField() to: string;
  @EnumField(reportStates) state: ReportState;
  @IdField({ nullable: true }) correctsId: string | null;
  @IntegerField({ nullable: true }) correctsNumber: number | null;
  /** The report that took its place. */
  @IntegerField({ nullable: true }) correctedByNumber: number | null;
  /** Procedural texts still to be written. */
  @ListField([...textNames]) missing: TextName[];
  @InstantField({ nullable: true }) sentAt: string | null;
  @TextField({ nullable: true }) sentBy: string | null;
  @BooleanField() demonstration: boolean;
  @IntegerField() version: number;
}

export class ReportView extends ReportSummary {
  @LongTextField({ nullable: true }) synthesis: string | null;
  @LongTextField({ nullable: true }) strengths: string | null;
  @LongTextField({ nullable: true }) deviations: string | null;
  @LongTextField({ nullable: true }) problems: string | null;
  @LongTextField({ nullable: true }) teamChanges: string | null;
  @LongTextField({ nullable: true }) networkRoles: string | null;
  /** SHA-256 of the frozen figures and rows. */
  @TextField({ nullable: true }) sha256: string | null;
  @ListField(() => ReportFileView) files: ReportFileView[];
  @ObjectField(() => ReportJobView, { nullable: true }) job: ReportJobView | null;
}

export class ReportList {
  @ListField(() => ReportSummary) items: ReportSummary[];
}
