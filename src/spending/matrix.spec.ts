import fc from 'fast-check';
import { cases } from '../../test/support/prove.js';
import { Money } from '../kernel/money.js';
import type { MatrixLine } from './matrix.dto.js';
import { figures, sumOf, totalsBy } from './matrix.js';

const line = (categoryId: string, planned: string, spent: string, notClaimable = '0.00') =>
  ({
    categoryId,
    ...figures({
      planned: Money.of(planned),
      spent: Money.of(spent),
      notClaimable: Money.of(notClaimable),
    }),
  }) as MatrixLine;
const byCategory = (lines: MatrixLine[]) =>
  totalsBy(lines, ({ categoryId }) => ({ id: categoryId, code: null, label: categoryId }));

describe('the matrix of a budget', () => {
  it('shows what is left, and what is spent beyond the plan as negative', () => {
    expect(line('A', '100.00', '30.10').residual).toBe('69.90');
    expect(line('A', '100.00', '130.10').residual).toBe('-30.10');
  });

  it('totals lines of the same category, in the order of the lines', () => {
    const totals = byCategory([
      line('B', '10.00', '1.00'),
      line('A', '5.00', '5.00', '5.00'),
      line('B', '0.10', '0.20'),
    ]);
    expect(totals).toEqual([
      {
        id: 'B',
        code: null,
        label: 'B',
        planned: '10.10',
        spent: '1.20',
        residual: '8.90',
        notClaimable: '0.00',
      },
      {
        id: 'A',
        code: null,
        label: 'A',
        planned: '5.00',
        spent: '5.00',
        residual: '0.00',
        notClaimable: '5.00',
      },
    ]);
  });

  it('has totals that sum to the sum of the lines', () => {
    const cents = fc
      .bigInt({ min: 0n, max: 10_000_000n })
      .map((value) => Money.ofCents(value).toString());
    const lines = fc.array(
      fc
        .tuple(fc.constantFrom('A', 'B', 'C'), cents, cents)
        .map(([id, planned, spent]) => line(id, planned, spent)),
    );
    fc.assert(
      fc.property(lines, (some) => {
        expect(sumOf(byCategory(some))).toEqual(sumOf(some));
      }),
      cases,
    );
  });
});
