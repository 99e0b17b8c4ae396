import { field, type FieldOptions } from '../kernel/checks.js';

const FORM = '^[A-Z]{2}$';

/** A country by its ISO code, 'IT'. */
export const CountryField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    'country',
    (value) =>
      typeof value === 'string' && new RegExp(FORM).test(value)
        ? null
        : 'Serve il codice di un Paese, per esempio IT.',
    { type: 'string', pattern: FORM, example: 'IT' },
    options,
  );
