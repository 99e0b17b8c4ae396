import { fromCents, cents, minus, ratio, sum } from '../../web/src/budget/cents.js';
import { spentSoFar } from '../../web/src/budget/months.js';

const matrix = (...byMonth: [string, string][]) => ({
  byMonth: byMonth.map(([month, spent]) => ({ month, spent })),
});

describe('amounts of a form', () => {
  it.each(['0.00', '0.07', '-0.07', '1234.50', '999999999999.99'])(
    '%s is kept to the cent',
    (amount) => {
      expect(fromCents(cents(amount))).toBe(amount);
    },
  );

  it('are added and taken away without binary fractions', () => {
    expect(sum(['0.10', '0.20'])).toBe('0.30');
    expect(sum([])).toBe('0.00');
    expect(minus('100.00', '100.01')).toBe('-0.01');
  });

  it('are compared with the plan, also with no plan', () => {
    expect(ratio('61.00', '100.00')).toBe(0.61);
    expect(ratio('5.00', '0.00')).toBe(0);
  });
});

describe('what was spent so far', () => {
  it('adds month after month, also over a month without expenses and a new year', () => {
    expect(spentSoFar(matrix(['2018-11', '0.10'], ['2019-01', '1000.20']))).toEqual([
      { month: '2018-11', spent: '0.10', soFar: '0.10' },
      { month: '2018-12', spent: '0.00', soFar: '0.10' },
      { month: '2019-01', spent: '1000.20', soFar: '1000.30' },
    ]);
  });

  it('is nothing without expenses', () => {
    expect(spentSoFar(matrix())).toEqual([]);
  });
});
