import {
  BooleanField,
  EnumField,
  InstantField,
  ListField,
  LongTextField,
  TextField,
} from '../../kernel/fields.js';

export class HistoryChange {
  @TextField() field: string;
  @LongTextField({ nullable: true, max: 100_000 }) before: string | null;
  @LongTextField({ nullable: true, max: 100_000 }) after: string | null;
}

/** One change of one row: who, when, and each field before and after, as text. */
export class HistoryEntry {
  @InstantField() at: string;
  @TextField({ nullable: true }) actor: string | null;
  @EnumField(['insert', 'update', 'delete']) action: 'insert' | 'update' | 'delete';
  /** True when the values were erased on purpose. */
  @BooleanField() redacted: boolean;
  @ListField(() => HistoryChange) changes: HistoryChange[];
}

/** The history of one row, oldest first. */
export class History {
  @ListField(() => HistoryEntry) items: HistoryEntry[];
}
