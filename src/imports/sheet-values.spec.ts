import {
  clockOfDuration,
  clockOfSerial,
  dayOfSerial,
  italianNumber,
  meaningOf,
} from './sheet-values.js';

describe('what a spreadsheet stores, as Italian Excel shows it', () => {
  it.each([
    ['1.5', '1,5'],
    ['0.30000000000000004', '0,3'],
    ['1234567.89', '1234567,89'],
    ['-0', '0'],
    ['12', '12'],
    ['1e3', '1000'],
    ['abc', 'abc'],
    ['', ''],
  ])('the number %s is %s', (stored, shown) => expect(italianNumber(stored)).toBe(shown));

  it.each([
    ['43536', false, '2019-03-12'],
    ['43536.75', false, '2019-03-12'],
    ['42074', true, '2019-03-12'],
    ['60', false, '1900-02-28'],
    ['1e99', false, '1e99'],
  ])('the day %s is %s', (stored, since1904, shown) =>
    expect(dayOfSerial(stored, since1904)).toBe(shown),
  );

  it.each([
    ['0.0625', '1:30'],
    ['1.5', '36:00'],
    ['0.375', '9:00'],
    ['-1', '-1'],
  ])('the time %s is %s', (stored, shown) => expect(clockOfSerial(stored)).toBe(shown));

  it.each([
    ['PT01H30M00S', '1:30'],
    ['PT90M', '0:90'],
    ['x', 'x'],
  ])('the duration %s is %s', (stored, shown) => expect(clockOfDuration(stored)).toBe(shown));

  it.each([
    ['dd/mm/yyyy', 'day'],
    ['[$-410]d mmm yyyy;@', 'day'],
    ['mmm-yy', 'day'],
    ['h:mm', 'clock'],
    ['[h]:mm', 'clock'],
    ['0.00', 'number'],
    ['#,##0 "giorni"', 'number'],
    ['[Red]0', 'number'],
    ['General', 'number'],
  ])('the format %s means a %s', (format, meaning) => expect(meaningOf(format)).toBe(meaning));
});
