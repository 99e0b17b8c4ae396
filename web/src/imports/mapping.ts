import type { Import, Mapping } from './import-queries.js';

/** Which column fills each field, as the program proposes or as it was chosen. */
export const mappingOf = ({ fields }: Import): Mapping =>
  Object.fromEntries(fields.map(({ key, column }) => [key, column]));

/** Labels of the fields that must be filled and are not. */
export const missingFields = ({ fields }: Import, mapping: Mapping): string[] =>
  fields
    .filter(({ key, required }) => required && (mapping[key] ?? null) === null)
    .map(({ label }) => label);
