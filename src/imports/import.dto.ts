import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  QueryList,
  TextField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import {
  importStates,
  importTargets,
  type ImportState,
  type Mapping,
  type TargetKey,
} from './import.entity.js';
import { templateFormats, type TemplateFormat } from './template.js';

const ANY = { max: 100_000 };

/** What is said of a file when it is sent, beside the file itself (multipart). */
export class NewImport {
  @EnumField(importTargets) target: TargetKey;
}

export class TemplateQuery {
  @EnumField(importTargets) target: TargetKey;
  @EnumField(templateFormats, { optional: true }) format?: TemplateFormat;
}

/** The column of the file, from 0, that fills a field. */
export class MappedColumn {
  @TextField({ max: 60 }) field: string;
  @IntegerField({ min: 0, max: 1000 }) column: number;
}

export class CheckImport {
  @ListField(() => MappedColumn, { max: 100 }) mapping: MappedColumn[];
}

export class ApplyImport {
  /** Only the good rows; else all or nothing. */
  @BooleanField({ optional: true }) onlyGood?: boolean;
}

/** A field of the target, and the column that fills it. */
export class ImportField {
  @TextField() key: string;
  @TextField() label: string;
  @TextField({ nullable: true, max: 500 }) help: string | null;
  @BooleanField() required: boolean;
  /** Null: no column fills it. */
  @IntegerField({ nullable: true }) column: number | null;
}

/** The first rows of the file, to recognise its columns by. */
export class ImportSample {
  @IntegerField() line: number;
  @ListField('text') cells: string[];
}

export class ImportRow {
  @IdField() id: string;
  @EnumField(importTargets) target: TargetKey;
  @TextField({ max: 400 }) fileName: string;
  @EnumField(importStates) state: ImportState;
  @IntegerField() rows: number;
  @IntegerField() good: number;
  @IntegerField() bad: number;
  /** Rows that were there already: they change nothing. */
  @IntegerField() already: number;
  @TextField({ nullable: true, max: 1000 }) failure: string | null;
  @IdField({ nullable: true }) jobId: string | null;
  @TextField({ nullable: true }) madeBy: string | null;
  @InstantField() createdAt: string;
  @InstantField({ nullable: true }) appliedAt: string | null;
  @InstantField({ nullable: true }) undoneAt: string | null;
}

/** Another import of the very same file. */
export class SameFile {
  @IdField() id: string;
  @InstantField() appliedAt: string;
}

export class ImportView extends ImportRow {
  @ListField('text') columns: string[];
  @ListField(() => ImportField) fields: ImportField[];
  @ListField(() => ImportSample) sample: ImportSample[];
  /** The mapping was remembered, not guessed. */
  @BooleanField() remembered: boolean;
  @ObjectField(() => SameFile, { nullable: true }) sameFile: SameFile | null;
}

export class ImportPage extends PageClass(() => ImportRow) {}

export const resultStates = ['good', 'bad', 'already'] as const;
export type ResultState = (typeof resultStates)[number];

export class ResultFilter extends PageQuery {
  @QueryList(resultStates) state?: ResultState[];
}

/** What is wrong with one cell; the field is one of the target. */
export class CellError {
  @TextField({ nullable: true }) field: string | null;
  @TextField(ANY) message: string;
}

export class ResultRow {
  @IntegerField() line: number;
  @EnumField(resultStates) state: ResultState;
  @ListField('text') cells: string[];
  @ListField(() => CellError) errors: CellError[];
  /** The code that a new person was given. */
  @TextField({ nullable: true }) code: string | null;
}

export class ResultPage extends PageClass(() => ResultRow) {}

export const mappingOf = ({ mapping }: CheckImport): Mapping =>
  Object.fromEntries(mapping.map(({ field, column }) => [field, column]));
