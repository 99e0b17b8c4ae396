import fc from 'fast-check';
import { addDays } from '../kernel/dates.js';
import { cases } from '../../test/support/prove.js';
import { holidaysIn } from './holidays.js';
import { continued, endedBefore, inWords, movedBy, occurrencesOf } from './recurrence.js';

describe('a recurrence', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=TU;COUNT=3', '2019-11-26', ['2019-11-26', '2019-12-03', '2019-12-10']],
    // Clocks change on 27 October 2019: a day is a day.
    [
      'FREQ=WEEKLY;BYDAY=SU;UNTIL=20191103',
      '2019-10-20',
      ['2019-10-20', '2019-10-27', '2019-11-03'],
    ],
    ['FREQ=DAILY;INTERVAL=2;COUNT=2', '2020-02-28', ['2020-02-28', '2020-03-01']],
    ['FREQ=MONTHLY;BYDAY=1TU;COUNT=2', '2019-12-03', ['2019-12-03', '2020-01-07']],
    ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2', '2019-12-31', ['2019-12-31', '2020-01-31']],
  ])('%s from %s', (rule, first, days) => {
    expect(occurrencesOf(rule, first)).toEqual(days);
  });

  it.each([
    ['series.rule', 'FREQ=HOURLY;COUNT=3'],
    ['series.rule', 'tutti i martedì'],
    ['series.rule', 'FREQ=WEEKLY;BYDAY=XX;COUNT=3'],
    ['series.rule', 'FREQ=WEEKLY;INTERVAL=0;COUNT=3'],
    ['series.rule', 'FREQ=WEEKLY;BYSETPOS=1;COUNT=3'],
    ['series.end', 'FREQ=WEEKLY;BYDAY=TU'],
    ['series.end', 'FREQ=WEEKLY;COUNT=3;UNTIL=20200101'],
    ['series.length', 'FREQ=DAILY;COUNT=999'],
  ])('is refused (%s): %s', (code, rule) => {
    expect(() => occurrencesOf(rule, '2019-11-26')).toThrow(expect.objectContaining({ code }));
  });

  it('is cut in two, and moved by days', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20191231';
    expect(occurrencesOf(endedBefore(rule, '2019-12-03'), '2019-11-25').at(-1)).toBe('2019-12-02');
    expect(movedBy(rule, 2)).toBe('FREQ=WEEKLY;BYDAY=WE,TH;UNTIL=20200102');
    expect(continued(rule, 4)).toBe('FREQ=WEEKLY;BYDAY=MO,TU;COUNT=4');
    expect(() => movedBy('FREQ=MONTHLY;BYDAY=1TU;COUNT=2', 2)).toThrow(
      expect.objectContaining({ code: 'series.monthly' }),
    );
  });

  it('moved by days gives its days moved', () => {
    const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: -13, max: 13 }),
        fc.integer({ min: 1, max: 20 }),
        (start, shift, count) => {
          const first = addDays('2019-01-01', start);
          const weekday = days[(new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7];
          const rule = `FREQ=WEEKLY;BYDAY=${weekday};COUNT=${count}`;
          expect(occurrencesOf(movedBy(rule, shift), addDays(first, shift))).toEqual(
            occurrencesOf(rule, first).map((day) => addDays(day, shift)),
          );
        },
      ),
      cases,
    );
  });

  it('is said in words', () => {
    expect(inWords('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20191220')).toBe(
      'ogni 2 settimane: martedì, giovedì, fino al 20 dic 2019',
    );
    expect(inWords('FREQ=MONTHLY;BYDAY=-1FR;COUNT=6')).toBe('ogni mese: l’ultimo venerdì, 6 volte');
  });
});

describe('holidays', () => {
  it('are Italy’s, with the patron saint of the city that is asked', async () => {
    const days = await holidaysIn({ from: '2019-12-01', to: '2020-06-30' }, 'torino');
    expect(days.map(({ day }) => day)).toEqual([
      '2019-12-08',
      '2019-12-25',
      '2019-12-26',
      '2020-01-01',
      '2020-01-06',
      '2020-04-12',
      '2020-04-13',
      '2020-04-25',
      '2020-05-01',
      '2020-06-02',
      '2020-06-24',
    ]);
    expect(await holidaysIn({ from: '2026-05-01', to: '2026-05-31' }, 'asti')).toContainEqual({
      day: '2026-05-05',
      name: 'San Secondo, patrono di Asti',
    });
    // A national holiday again from 2026.
    const october = async (year: number) =>
      (await holidaysIn({ from: `${year}-10-01`, to: `${year}-10-31` })).map(({ day }) => day);
    expect([await october(2025), await october(2026)]).toEqual([[], ['2026-10-04']]);
  });
});
