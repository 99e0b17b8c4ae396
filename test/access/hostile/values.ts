import fc from 'fast-check';
import { typesOf, type Schema } from './schemas.js';

/** Texts that have broken a program somewhere. */
export const TEXTS = [
  '',
  '   ',
  `'; DROP TABLE activity; --`,
  `" OR 1=1 --`,
  `%' ESCAPE '`,
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=1+1',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\u0000',
  'prima\u0000dopo',
  'https://esempio.it/\u0000',
  'nome@esempio.it\u0000',
  'nome\ud800@esempio.it',
  '\u202eossevor',
  '\ud800',
  '😀🏳️‍🌈ășëçñ€',
  'riga\r\nInjected: header',
  'a'.repeat(300),
  'a'.repeat(20_000),
  '{{7*7}}${7*7}<%= 7 %>',
  '../../etc/passwd',
  'true',
  'null',
  '1e3',
  'NaN',
  '-0',
  '99999999999999999999.99',
  '0.005',
  '2019-02-30',
  '0000-00-00',
  '9999-12-31',
  '24:00',
  '2019-11-20T10:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  '__proto__',
];

export const NO_TEXTS: unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  0.005,
  1e21,
  2 ** 31,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[]],
  [null],
  ['a', 'a'],
  { length: 3 },
  { toString: 'x' },
  { constructor: 'x' },
];

export const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.constantFrom(...NO_TEXTS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
  fc.array(fc.constantFrom(...TEXTS, ...NO_TEXTS), { maxLength: 3 }),
);

/** Values that this schema forbids, each with a word that says why. */
export function forbidden(schema: Schema): [string, unknown][] {
  const types = typesOf(schema);
  const wrong: [string, unknown][] = [['an object', { a: 1 }]];
  if (!types.includes('array')) wrong.push(['a list', [1]], ['a list of one', ['a']]);
  if (!types.includes('null') && types[0] !== 'object') wrong.push(['null', null]);
  if (types.includes('string')) wrong.push(['a number', 7], ...tooMuchText(schema));
  if (types.includes('integer') || types.includes('number'))
    wrong.push(['a number as text', '7'], ...tooMuchNumber(schema));
  if (types.includes('boolean')) wrong.push(['a truth as text', 'true'], ['one', 1]);
  if (types.includes('array')) wrong.push(['a text', 'a'], ...tooManyItems(schema));
  return wrong;
}

function tooMuchText({
  maxLength,
  minLength,
  enum: listed,
  pattern,
  format,
}: Schema): [string, unknown][] {
  const wrong: [string, unknown][] = [
    ['a NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ];
  if (maxLength !== undefined && !pattern)
    wrong.push(['one character too many', 'a'.repeat(maxLength + 1)]);
  if (minLength !== undefined && minLength > 1)
    wrong.push(['one character too few', 'a'.repeat(minLength - 1)]);
  if (listed || pattern || format) wrong.push(['another text', 'qualcosa']);
  if (format === 'date') wrong.push(['a day that is not', '2019-02-30']);
  return wrong;
}

function tooMuchNumber({ type, minimum, maximum }: Schema): [string, unknown][] {
  const wrong: [string, unknown][] = [];
  if (minimum !== undefined) wrong.push(['one less than the least', minimum - 1]);
  if (maximum !== undefined) wrong.push(['one more than the most', maximum + 1]);
  if (String(type).includes('integer')) wrong.push(['a fraction', 1.5]);
  return wrong;
}

function tooManyItems({ maxItems, minItems }: Schema): [string, unknown][] {
  const wrong: [string, unknown][] = [];
  if (maxItems !== undefined)
    wrong.push(['one item too many', Array.from({ length: maxItems + 1 }, () => 'a')]);
  if (minItems !== undefined && minItems > 0) wrong.push(['one item too few', []]);
  return wrong;
}

/** The last value that this schema still allows, where a length or a number has a bound. */
export function allowed({
  type,
  maxLength,
  minimum,
  maximum,
  enum: listed,
  pattern,
  format,
}: Schema): unknown[] {
  if (listed) return listed.filter((value) => value !== null).slice(-1);
  if (maxLength !== undefined && !pattern && !format) return ['a'.repeat(maxLength)];
  if (String(type).match(/integer|number/))
    return [minimum, maximum].filter((value) => value !== undefined);
  return [];
}
