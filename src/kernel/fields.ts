import { applyDecorators } from '@nestjs/common';
import { type Check, field, type FieldOptions, isId, onText, REQUIRED, tidyId } from './checks.js';
import { isIsoDate, isPartialDate } from './dates.js';

export { type FieldOptions, isId, tidyId } from './checks.js';
export { CupField, EmailField, TaxCodeField, UrlField } from './code-fields.js';
export { ListField, ObjectField } from './nested-fields.js';
export { QueryBoolean, QueryInteger, QueryList } from './query-fields.js';

// PostgreSQL text cannot hold NUL; the other control characters only ever come from a bad paste.
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
// Half of a character outside the basic plane: UTF-8 cannot hold it.
const LONE_SURROGATE = /\p{Surrogate}/u;
const LARGEST_INTEGER = 2_147_483_647;

interface TextOptions extends FieldOptions {
  min?: number;
  max?: number;
}

function lengthComplaint(typed: string, min: number, max: number): string | null {
  if (typed.length === 0 && min > 0) return REQUIRED;
  if (typed.length < min) return `Servono almeno ${min} caratteri.`;
  return typed.length > max ? `Al massimo ${max} caratteri (ora sono ${typed.length}).` : null;
}

const textCheck =
  (min: number, max: number, oneLine: boolean): Check =>
  (value) => {
    if (typeof value !== 'string') return 'Serve un testo.';
    if (CONTROL.test(value) || LONE_SURROGATE.test(value))
      return 'Il testo contiene caratteri non ammessi.';
    if (oneLine && /[\r\n]/.test(value)) return 'Il testo deve stare su una riga sola.';
    return lengthComplaint(value, min, max);
  };

function text(options: TextOptions, max: number, oneLine: boolean): PropertyDecorator {
  const schema = {
    type: 'string',
    maxLength: max,
    ...(options.min === undefined ? {} : { minLength: options.min }),
  } as const;
  // A form sends '' for what was left empty.
  const tidy = onText((typed) =>
    typed.trim() === '' && options.nullable ? null : typed.trim().normalize('NFC'),
  );
  return applyDecorators(
    tidy,
    field('text', textCheck(options.min ?? 1, max, oneLine), schema, options),
  );
}

/** One line of text, trimmed; 1–200 characters unless told. For a nullable field '' is null. */
export const TextField = (options: TextOptions = {}): PropertyDecorator =>
  text(options, options.max ?? 200, true);

/** Text of several lines, trimmed; up to 10,000 characters unless told. */
export const LongTextField = (options: TextOptions = {}): PropertyDecorator =>
  text(options, options.max ?? 10_000, false);

interface MoneyOptions extends FieldOptions {
  /** positive: more than zero; notNegative: zero or more; any (default): signed. */
  sign?: 'positive' | 'notNegative' | 'any';
}

const moneyCheck =
  (sign: 'positive' | 'notNegative' | 'any'): Check =>
  (value) => {
    if (typeof value !== 'string' || !/^-?(0|[1-9]\d{0,11})\.\d{2}$/.test(value)) {
      return 'Serve un importo con due decimali e il punto, per esempio "1234.50".';
    }
    if (sign !== 'any' && value.startsWith('-')) return "L'importo non può essere negativo.";
    return sign === 'positive' && /^0\.00$/.test(value)
      ? "L'importo deve essere maggiore di zero."
      : null;
  };

/** An amount in euro as text, "1234.50": exactly two decimals, at most 12 digits before them. `Money.of` reads it. */
export const MoneyField = (options: MoneyOptions = {}): PropertyDecorator => {
  const sign = options.sign ?? 'any';
  const pattern = `^${sign === 'any' ? '-?' : ''}(0|[1-9]\\d{0,11})\\.\\d{2}$`;
  return field('money', moneyCheck(sign), { type: 'string', pattern, example: '1234.50' }, options);
};

/** A rate as text, "0.500000": from 0 to 1 (or to `max`), at most six decimals. */
export const RateField = (options: FieldOptions & { max?: number } = {}): PropertyDecorator => {
  const max = options.max ?? 1;
  const check: Check = (value) =>
    typeof value === 'string' && /^\d{1,3}(\.\d{1,6})?$/.test(value) && Number(value) <= max
      ? null
      : `Serve un tasso da 0 a ${max} con al massimo sei decimali, per esempio "0.5".`;
  return field(
    'rate',
    check,
    { type: 'string', pattern: '^\\d{1,3}(\\.\\d{1,6})?$', example: '0.500000' },
    options,
  );
};

interface NumberOptions extends FieldOptions {
  min?: number;
  max?: number;
}

/** A whole number, as a JSON number; up to 2,147,483,647 unless told. */
export const IntegerField = (options: NumberOptions = {}): PropertyDecorator => {
  const { min = -LARGEST_INTEGER, max = LARGEST_INTEGER } = options;
  const check: Check = (value) => {
    if (!Number.isSafeInteger(value)) return 'Serve un numero intero.';
    return Number(value) >= min && Number(value) <= max
      ? null
      : `Serve un numero intero da ${min} a ${max}.`;
  };
  return field('integer', check, { type: 'integer', minimum: min, maximum: max }, options);
};

/** Whole minutes, zero or more. */
export const MinutesField = (options: NumberOptions = {}): PropertyDecorator =>
  IntegerField({ min: 0, ...options });

/** A quantity (pages, pieces) as a JSON number: zero or more, at most two decimals, at most ten digits before them. */
export const QuantityField = (options: NumberOptions = {}): PropertyDecorator => {
  const { min = 0, max = 9_999_999_999.99 } = options;
  const check: Check = (value) => {
    const whole = typeof value === 'number' && /^-?\d+(\.\d{1,2})?$/.test(String(value));
    if (!whole) return 'Serve un numero con al massimo due decimali.';
    return Number(value) >= min && Number(value) <= max
      ? null
      : `Serve un numero da ${min} a ${max}.`;
  };
  return field('quantity', check, { type: 'number', minimum: min, maximum: max }, options);
};

/** A day that exists, 'YYYY-MM-DD', from 1900 to 2199. */
export const DayField = (options: FieldOptions = {}): PropertyDecorator => {
  const check: Check = (value) =>
    isIsoDate(value) && value >= '1900' && value < '2200'
      ? null
      : 'Serve un giorno esistente, per esempio 2019-11-20.';
  return field('day', check, { type: 'string', format: 'date', example: '2019-11-20' }, options);
};

/** A year, a month or a day: '2018', '2018-05', '2018-05-15'. */
export const PartialDateField = (options: FieldOptions = {}): PropertyDecorator => {
  const check: Check = (value) =>
    isPartialDate(value)
      ? null
      : 'Serve un anno, un mese o un giorno: 2018, 2018-05 oppure 2018-05-15.';
  const pattern = '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$';
  return field('partialDate', check, { type: 'string', pattern, example: '2018-05' }, options);
};

const matching = (
  name: string,
  pattern: string,
  sentence: string,
  options: FieldOptions,
): PropertyDecorator => {
  const form = new RegExp(pattern);
  const check: Check = (value) => (typeof value === 'string' && form.test(value) ? null : sentence);
  return field(name, check, { type: 'string', pattern }, options);
};

/** A time of day, 'HH:MM'. */
export const TimeField = (options: FieldOptions = {}): PropertyDecorator =>
  matching('time', '^([01]\\d|2[0-3]):[0-5]\\d$', "Serve un'ora da 00:00 a 23:59.", options);

/** The id of a row, in whatever case it came: the program gets it in lower case. */
export const IdField = (options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    onText(tidyId),
    field(
      'id',
      (value) => (isId(value) ? null : 'Identificativo non valido.'),
      { type: 'string', format: 'uuid' },
      options,
    ),
  );

/** One of a closed list of texts. */
export const EnumField = (
  values: readonly string[],
  options: FieldOptions = {},
): PropertyDecorator => {
  const check: Check = (value) =>
    typeof value === 'string' && values.includes(value)
      ? null
      : `Valore non previsto: scegli fra ${values.join(', ')}.`;
  // The list in a nullable field must hold null, or the schema would refuse it.
  const listed = options.nullable ? [...values, null] : [...values];
  return field('enum', check, { type: 'string', enum: listed }, options);
};

export const BooleanField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    'boolean',
    (value) => (typeof value === 'boolean' ? null : 'Serve vero o falso.'),
    { type: 'boolean' },
    options,
  );

/** When somebody did something: an ISO instant, or a Date in a view. */
export const InstantField = (options: FieldOptions = {}): PropertyDecorator => {
  const check: Check = (value) =>
    (value instanceof Date || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value))) &&
    !Number.isNaN(Date.parse(String(value)))
      ? null
      : 'Serve un istante, per esempio 2019-11-20T10:30:00Z.';
  return field('instant', check, { type: 'string', format: 'date-time' }, options);
};
