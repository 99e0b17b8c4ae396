import { everyPage, firstRows } from '../../web/src/api/everyPage.js';
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

describe('the rows of a list of 4,100', () => {
  const asked: (string | undefined)[] = [];
  const page = (after: string | undefined) => {
    asked.push(after);
    const from = Number(after ?? 0);
    const items = Array.from({ length: Math.min(200, 4100 - from) }, (_, at) => from + at);
    return Promise.resolve({ items, next: from + 200 < 4100 ? `${from + 200}` : null, sum: '7' });
  };
  beforeEach(() => void asked.splice(0));

  it('are the first two thousand of a figure, which says that there are more', async () => {
    const { items, next, sum: whole } = await firstRows(page);
    expect([items.length, items.at(-1), next, whole]).toEqual([2000, 1999, '2000', '7']);
    expect(asked).toEqual([
      undefined,
      ...Array.from({ length: 9 }, (_, at) => `${at * 200 + 200}`),
    ]);
  });

  it('are all of them where one chooses or works on the whole', async () => {
    expect(await everyPage(page)).toHaveLength(4100);
    expect(new Set(asked).size).toBe(21);
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
