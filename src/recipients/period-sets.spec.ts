import fc from 'fast-check';
import { addDays } from '../kernel/dates.js';
import { periodAt, periodsOf, periodSets } from './period-sets.js';

describe('a calendar of periods', () => {
  it.each([
    ['fami_quarter', '2019-11-20', '2019-10-01', '2019-12-31', 'IV trimestre 2019'],
    ['puc_bimester', '2019-11-20', '2019-11-01', '2019-12-31', 'VI bimestre 2019'],
    ['puc_bimester', '2020-02-29', '2020-01-01', '2020-02-29', 'I bimestre 2020'],
    ['interreg_semester', '2019-06-30', '2019-01-01', '2019-06-30', 'I semestre 2019'],
    ['school_year', '2019-08-31', '2018-09-01', '2019-08-31', 'a.s. 2018/19'],
    ['school_year', '2019-09-01', '2019-09-01', '2020-08-31', 'a.s. 2019/20'],
    ['school_year', '1999-12-01', '1999-09-01', '2000-08-31', 'a.s. 1999/00'],
    ['calendar_year', '2019-11-20', '2019-01-01', '2019-12-31', '2019'],
    ['month', '2020-02-10', '2020-02-01', '2020-02-29', '2020-02'],
  ] as const)('%s of %s', (set, day, from, to, label) => {
    expect(periodAt(set, day)).toEqual({ from, to, label });
  });

  it('holds each day once, without gaps', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2014-01-01', n));
    fc.assert(
      fc.property(fc.constantFrom(...periodSets), days, days, (set, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const periods = periodsOf(set, { from, to });
        expect(periods[0]!.from <= from && periods.at(-1)!.to >= to).toBe(true);
        for (const [at, period] of periods.entries())
          expect(at === 0 || period.from === addDays(periods[at - 1]!.to, 1)).toBe(true);
      }),
      { numRuns: 200, seed: 20_191_120 },
    );
  });
});
