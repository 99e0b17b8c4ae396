import {
  BooleanField,
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  LongTextField,
  ObjectField,
  TextField,
} from '../kernel/fields.js';

const units = ['minutes', 'euro', 'quantity', 'count'] as const;
const rowTables = [
  'activity',
  'expense',
  'budget_line',
  'participation',
  'recipient',
  'person',
] as const;
const DECIMAL = 'Decimale esatto come testo: "340", "1234.50".';

export class CellView {
  /** As people read it. */
  @TextField({ min: 0, max: 2000 }) text: string;
  /** Key of the figure that opens to rows. */
  @TextField({ optional: true }) figure?: string;
}

export class ColumnView {
  @TextField() label: string;
  @EnumField(['left', 'right']) align: 'left' | 'right';
}

export class TableRowView {
  @ListField(() => CellView) cells: CellView[];
}

export class TableView {
  @TextField() title: string;
  @ListField(() => ColumnView) columns: ColumnView[];
  @ListField(() => TableRowView) rows: TableRowView[];
  @TextField({ nullable: true, max: 500 }) note: string | null;
}

export class ProceduralTextView {
  @TextField() label: string;
  @LongTextField({ min: 0 }) text: string;
}

export class SectionView {
  @TextField() key: string;
  @TextField() title: string;
  @ListField(() => ProceduralTextView) texts: ProceduralTextView[];
  @ListField(() => TableView) tables: TableView[];
}

export class SheetView {
  @TextField() title: string;
  @TextField({ max: 500 }) project: string;
  @IntegerField() number: number;
  @IntegerField({ nullable: true }) corrects: number | null;
  @DayField() from: string;
  @DayField() to: string;
  @BooleanField() demonstration: boolean;
  @ListField(() => SectionView) sections: SectionView[];
}

export class FigureView {
  @TextField() key: string;
  @TextField({ max: 500 }) label: string;
  @EnumField(units) unit: (typeof units)[number];
  @TextField({ description: DECIMAL }) value: string;
}

/** What a count of people would be today, where it is not what was sent: codes were merged, or told apart. */
export class TodayView {
  /** Of the figure. */
  @TextField() key: string;
  /** As people read it. */
  @TextField() text: string;
}

/** Live while the report is a draft; from the sending on, what was frozen. */
export class ReportFigures {
  @BooleanField() frozen: boolean;
  @ObjectField(() => SheetView) sheet: SheetView;
  @ListField(() => FigureView) figures: FigureView[];
  /** Beside frozen counts of people only. */
  @ListField(() => TodayView) today: TodayView[];
}

export class FigureRowView {
  @EnumField(rowTables) table: (typeof rowTables)[number];
  @IdField() id: string;
  /** The version of the row that the figure was made of. */
  @IntegerField() version: number;
  @DayField({ nullable: true }) day: string | null;
  @TextField({ max: 1000 }) label: string;
  @TextField({ min: 0, max: 1000 }) detail: string;
  /** Entered after its period had been sent. */
  @BooleanField() late: boolean;
  @TextField({ description: DECIMAL }) amount: string;
}

export class FigureRowPage extends FigureView {
  @BooleanField() frozen: boolean;
  /** How many rows there are in all; `value` is their sum. */
  @IntegerField({ min: 0 }) count: number;
  @ListField(() => FigureRowView) items: FigureRowView[];
  @TextField({ nullable: true, max: 1000 }) next: string | null;
}
