import { applyDecorators } from '@nestjs/common';
import { type Check, field, type FieldOptions, onText } from './checks.js';
import { asList, ListField } from './nested-fields.js';

/** A whole number in the query string. It may be left out. */
export const QueryInteger = (
  options: FieldOptions & { min?: number; max?: number } = {},
): PropertyDecorator => {
  const { min = 0, max = 2_147_483_647 } = options;
  const check: Check = (value) =>
    Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max
      ? null
      : `Serve un numero intero da ${min} a ${max}.`;
  return applyDecorators(
    onText((typed) => (/^-?\d{1,15}$/.test(typed) ? Number(typed) : typed)),
    field(
      'integer',
      check,
      { type: 'integer', minimum: min, maximum: max },
      { optional: true, ...options },
    ),
  );
};

/** `true` or `false` in the query string. It may be left out. */
export const QueryBoolean = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    onText((typed) => (typed === 'true' ? true : typed === 'false' ? false : typed)),
    field(
      'boolean',
      (value) => (typeof value === 'boolean' ? null : 'Serve true oppure false.'),
      { type: 'boolean' },
      { optional: true, ...options },
    ),
  );

/** A repeated parameter (`kind=a&kind=b`): a single one makes a list of one. It may be left out. */
export const QueryList = (
  of: 'text' | 'id' | 'day' | readonly string[],
  options: FieldOptions & { max?: number } = {},
): PropertyDecorator =>
  applyDecorators(asList, ListField(of, { optional: true, max: 100, ...options }));
