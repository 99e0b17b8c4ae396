import { applyDecorators } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { type Check, field, type FieldOptions, isStorable, LANGUAGE, onText } from './checks.js';
import { checkCodiceFiscale, checkCup, checkPartitaIva, type Checked } from './identifiers.js';

// A form sends '' for what was left empty.
const tidied = (options: FieldOptions, tidy: (typed: string) => string): PropertyDecorator =>
  onText((typed) => (typed.trim() === '' && options.nullable ? null : tidy(typed.trim())));

const identifier = (
  name: string,
  verify: (text: string) => Checked,
  options: FieldOptions,
): PropertyDecorator => {
  const check: Check = (value) =>
    typeof value === 'string' ? verify(value).error : 'Serve un testo.';
  return applyDecorators(
    tidied(options, (typed) => verify(typed).value),
    field(name, check, { type: 'string', maxLength: 16 }, options),
  );
};

/** A CUP, stored without spaces in capitals. */
export const CupField = (options: FieldOptions = {}): PropertyDecorator =>
  identifier('cup', checkCup, options);

/** A codice fiscale (person or body) or a partita IVA, stored without spaces in capitals. */
export const TaxCodeField = (options: FieldOptions = {}): PropertyDecorator =>
  identifier(
    'taxCode',
    (typed) => (/^IT\d/i.test(typed.trim()) ? checkPartitaIva(typed) : checkCodiceFiscale(typed)),
    options,
  );

/** An e-mail address, in lower case. */
export const EmailField = (options: FieldOptions = {}): PropertyDecorator => {
  const check: Check = (value) =>
    isStorable(value) && isEmail(value)
      ? null
      : 'Serve un indirizzo di posta, per esempio nome@ente.it.';
  const schema = { type: 'string', format: 'email', maxLength: 254 } as const;
  return applyDecorators(
    tidied(options, (typed) => typed.toLowerCase()),
    field('email', check, schema, options),
  );
};

/** A language by its ISO 639 code, 'ar'; screens say its Italian name. */
export const LanguageField = (options: FieldOptions = {}): PropertyDecorator => {
  const check: Check = (value) =>
    typeof value === 'string' && LANGUAGE.test(value)
      ? null
      : 'Serve il codice di una lingua, per esempio ar o sq.';
  return field(
    'language',
    check,
    { type: 'string', pattern: LANGUAGE.source, example: 'ar' },
    options,
  );
};

/** A web address, http or https. */
export const UrlField = (options: FieldOptions = {}): PropertyDecorator => {
  const check: Check = (value) =>
    isStorable(value) && value.length <= 2000 && /^https?:\/\//i.test(value) && URL.canParse(value)
      ? null
      : 'Serve un indirizzo web completo, per esempio https://www.esempio.it.';
  const schema = { type: 'string', format: 'uri', maxLength: 2000 } as const;
  return applyDecorators(
    tidied(options, (typed) => typed),
    field('url', check, schema, options),
  );
};
