/** A row whose nulls are empty texts, as the fields of a form hold them. */
export type Typed<Row> = {
  [Name in keyof Row]: null extends Row[Name] ? Exclude<Row[Name], null> | '' : Row[Name];
};

export const typed = <Row extends object>(row: Row): Typed<Row> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ''])) as Typed<Row>;

/** What was left empty is null: nobody knows it. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
