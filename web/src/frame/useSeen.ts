import { useState } from 'react';

/** What stands now of a row that somebody changed after a form had read it. */
export interface Standing<Values> {
  values: Values;
  /** From here on the form is about the row as it stands. */
  take: () => void;
}

type Versioned = { version: number } | null | undefined;

/**
 * The row as the form read it: its version is the one that is sent, whatever is read meanwhile, so
 * what others wrote is refused and not overwritten. `see` takes the row that a save answered.
 */
export function useSeen<Row extends Versioned, Values>(row: Row, valuesOf: (row: Row) => Values) {
  const [seen, see] = useState<Row>(row);
  const standing: Standing<Values> | undefined =
    row && row.version !== seen?.version
      ? { values: valuesOf(row), take: () => see(row) }
      : undefined;
  return { row: seen, values: valuesOf(seen), standing, see };
}
