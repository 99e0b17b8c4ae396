import fc from 'fast-check';
import { amount, count, day, decimal, euro, hours, weekday } from '../../web/src/frame/format.js';
import {
  parseCount,
  parseDay,
  parseDuration,
  parseMoney,
  parseQuantity,
  parseTime,
} from '../../web/src/frame/parse.js';
import { cases } from '../support/prove.js';

const TODAY = '2019-11-20';
const days = fc
  .integer({ min: Date.UTC(1950, 0, 1) / 86_400_000, max: Date.UTC(2150, 0, 1) / 86_400_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const cents = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
const money = (n: number): string =>
  `${n < 0 ? '-' : ''}${Math.floor(Math.abs(n) / 100)}.${String(Math.abs(n) % 100).padStart(2, '0')}`;

/** Whatever a page writes can be copied out of it and typed or pasted back. */
describe('what is shown is read back as it was', () => {
  const holds = <T>(
    values: fc.Arbitrary<T>,
    back: (value: T) => unknown,
    wanted = (v: T): unknown => v,
  ) =>
    fc.assert(
      fc.property(values, (value) => expect(back(value)).toEqual(wanted(value))),
      cases,
    );

  it('a duration, of any length', () =>
    holds(fc.integer({ min: 0, max: 600_000 }), (minutes) => parseDuration(hours(minutes))));

  it('a duration in decimal hours, as Excel keeps it', () =>
    holds(
      fc.integer({ min: 0, max: 400 }),
      (quarters) => parseDuration(String(quarters / 4).replace('.', ',')),
      (quarters) => quarters * 15,
    ));

  it('a day: in words, in figures, with its weekday, as Excel copies it', () => {
    holds(days, (one) => parseDay(day(one), TODAY));
    holds(days, (one) => parseDay(weekday(one, true), TODAY));
    holds(days, (one) => parseDay(one.split('-').reverse().join('/'), TODAY));
  });

  it('an amount, with or without its sign', () => {
    holds(cents, (n) => parseMoney(euro(money(n))), money);
    holds(cents, (n) => parseMoney(amount(money(n))), money);
  });

  it('a quantity with decimals', () =>
    holds(fc.integer({ min: 0, max: 99_999_999 }), (n) => parseQuantity(decimal(money(n))), money));

  it('a head count and a time', () => {
    holds(fc.integer({ min: 0, max: 999_999 }), (n) => parseCount(count(n)));
    holds(fc.integer({ min: 0, max: 1439 }), (n) => parseTime(clock(n)), clock);
  });
});

const clock = (n: number): string =>
  `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
