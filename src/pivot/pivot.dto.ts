import { ActivityFilter } from '../activities/activity.dto.js';
import { EnumField, IntegerField, ListField, TextField } from '../kernel/fields.js';
import { type SheetFormat, sheetFormats } from '../platform/sheet-file.js';

export const dimensions = [
  'territory',
  'language',
  'kind',
  'partner',
  'month',
  'project',
  'workItem',
] as const;
export type Dimension = (typeof dimensions)[number];

export const measures = ['hours', 'activities', 'heads', 'presences', 'people'] as const;
export type Measure = (typeof measures)[number];

/** What was done, counted by one or two of its sides; the filters are those of the list. */
export class PivotFilter extends ActivityFilter {
  /** By kind when it is left out. */
  @EnumField(dimensions, { optional: true }) rows?: Dimension;
  @EnumField(dimensions, { optional: true }) columns?: Dimension;
  /** Hours when it is left out. */
  @EnumField(measures, { optional: true }) measure?: Measure;
}

export class PivotExportFilter extends PivotFilter {
  /** CSV when it is left out. */
  @EnumField(sheetFormats, { optional: true }) format?: SheetFormat;
}

export class PivotHead {
  /** The id, code or month; null is "not said". */
  @TextField({ nullable: true }) key: string | null;
  @TextField({ max: 500 }) label: string;
}

export class PivotCell {
  /** Places in `rows` and `columns`. */
  @IntegerField() row: number;
  @IntegerField() column: number;
  @IntegerField({ max: Number.MAX_SAFE_INTEGER }) value: number;
}

export class PivotView {
  @EnumField(measures) measure: Measure;
  @ListField(() => PivotHead) rows: PivotHead[];
  @ListField(() => PivotHead) columns: PivotHead[];
  @ListField(() => PivotCell) cells: PivotCell[];
  /** In the order of the rows; of people not the sum of the cells: who comes twice is one. Hours are in minutes. */
  @ListField('integer') rowTotals: number[];
  @ListField('integer') columnTotals: number[];
  @IntegerField({ max: Number.MAX_SAFE_INTEGER }) total: number;
}
