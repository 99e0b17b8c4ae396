import fc from 'fast-check';
import { cases } from '../../test/support/prove.js';
import {
  addDays,
  Clock,
  contains,
  dayInRome,
  daysBetween,
  earliest,
  formatDay,
  formatPartial,
  isIsoDate,
  isPartialDate,
  latest,
  monthOf,
  overlaps,
  quarterOf,
} from './dates.js';

const days = fc.integer({ min: 0, max: 73_000 }).map((offset) => addDays('1970-01-01', offset));

describe('a day', () => {
  it.each([
    ['2026-03-29', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-1-1', false],
    ['29/03/2026', false],
    ['', false],
    [20_260_329, false],
    [null, false],
  ])('%p exists: %p', (text, exists) => {
    expect(isIsoDate(text)).toBe(exists);
  });

  it.each([
    ['2019-11-20', '20 nov 2019'],
    ['2018-05-01', '1 mag 2018'],
  ])('%s is read %s', (day, read) => {
    expect(formatDay(day)).toBe(read);
  });

  it('keeps its count over months, leap years and summer time', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(isIsoDate(addDays(day, count))).toBe(true);
      }),
      cases,
    );
  });
});

describe('a period', () => {
  const year = { from: '2018-01-01', to: '2018-12-31' };

  it('holds both its ends', () => {
    expect(contains(year, '2018-01-01')).toBe(true);
    expect(contains(year, '2018-12-31')).toBe(true);
    expect(contains(year, '2017-12-31')).toBe(false);
    expect(contains(year, '2019-01-01')).toBe(false);
  });

  it('touches another on a single day', () => {
    expect(overlaps(year, { from: '2018-12-31', to: '2019-06-30' })).toBe(true);
    expect(overlaps(year, { from: '2019-01-01', to: '2019-06-30' })).toBe(false);
  });

  it.each([
    ['2019-11-20', '2019-10-01', '2019-12-31'],
    ['2019-01-01', '2019-01-01', '2019-03-31'],
    ['2020-06-30', '2020-04-01', '2020-06-30'],
  ])('the quarter of %s goes from %s to %s', (day, from, to) => {
    expect(quarterOf(day)).toEqual({ from, to });
  });

  it('of a quarter holds its day, in one of four quarters without gaps', () => {
    fc.assert(
      fc.property(days, (day) => {
        const quarter = quarterOf(day);
        expect(contains(quarter, day)).toBe(true);
        expect(quarterOf(addDays(quarter.to, 1)).from).toBe(addDays(quarter.to, 1));
      }),
      cases,
    );
  });
});

describe('a day known in part', () => {
  it.each([
    ['2018', '2018-01-01', '2018-12-31', '2018'],
    ['2018-05', '2018-05-01', '2018-05-31', 'mag 2018'],
    ['2024-02', '2024-02-01', '2024-02-29', 'feb 2024'],
    ['2018-05-15', '2018-05-15', '2018-05-15', '15 mag 2018'],
  ])('%s lies between %s and %s and is read %s', (date, first, last, read) => {
    expect([earliest(date), latest(date), formatPartial(date)]).toEqual([first, last, read]);
  });

  it.each(['18', '2018-13', '2018-02-30', '2018-5', 'maggio 2018', ''])('%s is refused', (text) => {
    expect(isPartialDate(text)).toBe(false);
  });

  it('holds every day of its month and year', () => {
    fc.assert(
      fc.property(days, (day) => {
        for (const date of [day.slice(0, 4), monthOf(day), day]) {
          expect(contains({ from: earliest(date), to: latest(date) }, day)).toBe(true);
        }
      }),
      cases,
    );
  });
});

describe('the clock', () => {
  it('asks the day of Rome, not of Greenwich', () => {
    expect(dayInRome(new Date('2026-10-31T23:30:00Z'))).toBe('2026-11-01');
    expect(dayInRome(new Date('2026-06-30T21:59:59Z'))).toBe('2026-06-30');
    expect(dayInRome(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
  });

  it('runs on the real calendar by default', () => {
    const clock = new Clock();
    expect([dayInRome(clock.now()), clock.today()]).toContain(clock.today());
    expect(Math.abs(daysBetween(clock.today(), dayInRome(new Date())))).toBeLessThanOrEqual(1);
  });

  it("moves on from the demonstration's day, while instants stay real", () => {
    const clock = new Clock();
    const threeDaysAgo = new Date(Date.now() - 3 * 86_400_000);
    clock.startAt('2019-11-20', threeDaysAgo);
    expect(clock.today()).toBe(
      addDays('2019-11-20', daysBetween(dayInRome(threeDaysAgo), dayInRome(clock.now()))),
    );
    expect(clock.now().getUTCFullYear()).toBeGreaterThan(2019);
  });

  it('can be stopped at a day', () => {
    const clock = new Clock();
    clock.set('2019-11-20');
    expect(clock.today()).toBe('2019-11-20');
    clock.set(null);
    expect(clock.today()).not.toBe('2019-11-20');
  });
});
