import {
  addDays,
  minutesBetween,
  parseCount,
  parseDay,
  parseDuration,
  parseMoney,
  parseTime,
} from '../../web/src/frame/parse.js';

const WEDNESDAY = '2019-11-20';

describe('what an office types is understood', () => {
  it.each([
    ['oggi', '2019-11-20'],
    ['Ieri', '2019-11-19'],
    ['lun', '2019-11-18'],
    ['mercoledì', '2019-11-20'],
    ['gio', '2019-11-14'],
    ['12/3', '2019-03-12'],
    ['12.3.18', '2018-03-12'],
    ['01/10/2019', '2019-10-01'],
    ['29/2/2020', '2020-02-29'],
    ['2019-10-01', '2019-10-01'],
    ['20 nov 2019', '2019-11-20'],
    ['mer 20 nov 2019', '2019-11-20'],
    ['12-mar-26', '2026-03-12'],
    ['1 maggio', '2019-05-01'],
    ['31 nov 2019', null],
    ['12 brumaio 2019', null],
    ['29/2/2019', null],
    ['31/4', null],
    ['domani l’altro', null],
    ['', null],
  ])('a day: %s', (typed, day) => expect(parseDay(typed, WEDNESDAY)).toBe(day));

  it.each([
    ['2', 120],
    ['2h', 120],
    ['2 ore', 120],
    ['1,5', 90],
    ['1.5h', 90],
    ['1:30', 90],
    ['1h30', 90],
    ['1h 5m', 65],
    ['90m', 90],
    ['90 min', 90],
    ['0,25', 15],
    ['1:30:00', 90],
    ['1.240:30', 74430],
    ['1:75', null],
    ['1,33', null],
    ['due ore', null],
    ['', null],
  ])('a duration: %s', (typed, minutes) => expect(parseDuration(typed)).toBe(minutes));

  it.each([
    ['1.234,56', '1234.56'],
    ['1234,5', '1234.50'],
    ['1234.56', '1234.56'],
    ['1.234', '1234.00'],
    ['€ 12', '12.00'],
    ['-3,10', '-3.10'],
    ['007', '7.00'],
    ['12.345.678,90', '12345678.90'],
    ['1.2345', null],
    ['12,345', null],
    ['dodici', null],
  ])('an amount: %s', (typed, amount) => expect(parseMoney(typed)).toBe(amount));

  it.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    ['0930', '09:30'],
    ['9.05', '09:05'],
    ['24', null],
    ['9:60', null],
  ])('a time: %s', (typed, time) => expect(parseTime(typed)).toBe(time));

  it('whole numbers, and nothing else, as head counts', () => {
    expect([parseCount('12'), parseCount('1,5'), parseCount('-1')]).toEqual([12, null, null]);
  });

  it('days across the change of the clock and of the year', () => {
    expect([addDays('2019-10-26', 2), addDays('2019-12-31', 1)]).toEqual([
      '2019-10-28',
      '2020-01-01',
    ]);
  });

  it('minutes between two times, when the second comes later', () => {
    expect([minutesBetween('09:15', '11:00'), minutesBetween('11:00', '09:15')]).toEqual([
      105,
      null,
    ]);
  });
});
