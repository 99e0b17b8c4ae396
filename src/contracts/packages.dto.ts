import {
  DayField,
  EnumField,
  IdField,
  IntegerField,
  ListField,
  QuantityField,
  TextField,
} from '../kernel/fields.js';
import { type PackageUnit, packageUnits } from './billable.js';
import { type Alert, alerts } from './package.js';

/** What packages are told by; the language is that of the contract's line, so that each line stands in one row. */
export const packageViews = ['line', 'contract', 'body', 'language', 'territory'] as const;
export type PackageView = (typeof packageViews)[number];

export class PackageFilter {
  @EnumField(packageViews) by: PackageView;
}

const LARGEST = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER } as const;

/** The figures of one contract, line, body, language or territory, in one unit. */
export class PackageRow {
  /** Id or language code; null for the work that names none. */
  @TextField({ nullable: true }) key: string | null;
  @TextField({ nullable: true, max: 600 }) label: string | null;
  @EnumField(packageUnits) unit: PackageUnit;
  /** Null where the rows are bodies or territories: those have what is allotted to them. */
  @IntegerField({ ...LARGEST, nullable: true }) bought: number | null;
  @IntegerField(LARGEST) allotted: number;
  @QuantityField() planned: number;
  @QuantityField() done: number;
  @QuantityField() confirmed: number;
  /** To be paid for what is confirmed. */
  @IntegerField(LARGEST) billable: number;
  /** What all of it takes, planned work too. */
  @IntegerField(LARGEST) used: number;
  @IntegerField({ ...LARGEST, nullable: true }) residual: number | null;
  /** Over as soon as one line is, however much room the others have. */
  @EnumField(alerts) alert: Alert;
}

export class PackageList {
  @ListField(() => PackageRow) items: PackageRow[];
}

export const packageFigures = [
  'allotted',
  'planned',
  'done',
  'confirmed',
  'billable',
  'used',
  // Of what is used, what the residual is told after: of a body or a territory only the lines that have hours for it.
  'limited',
] as const;
export type PackageFigure = (typeof packageFigures)[number];

/** One figure of one row. */
export class PackageFigureFilter extends PackageFilter {
  /** Left out for the work that names none. */
  @TextField({ optional: true }) group?: string;
  @EnumField(packageUnits) unit: PackageUnit;
  @EnumField(packageFigures) figure: PackageFigure;
}

export const packageRowStates = ['allotted', 'planned', 'done', 'confirmed'] as const;

/** What a figure is made of: an activity, or an allotment. */
export class PackagePart {
  @IdField() id: string;
  @EnumField(packageRowStates) state: (typeof packageRowStates)[number];
  @DayField({ nullable: true }) day: string | null;
  @TextField({ max: 300 }) kindLabel: string;
  @TextField({ nullable: true, max: 600 }) body: string | null;
  @TextField({ nullable: true, max: 1000 }) people: string | null;
  @TextField({ max: 300 }) contractTitle: string;
  /** What it adds to the figure. */
  @QuantityField() amount: number;
  /** Why it may go over the package. */
  @TextField({ nullable: true, max: 500 }) overReason: string | null;
}

export class PackageParts {
  @ListField(() => PackagePart) items: PackagePart[];
  @QuantityField() sum: number;
}
