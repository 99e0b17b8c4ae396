import fc from 'fast-check';
import { cases } from '../../test/support/prove.js';
import { Money } from '../kernel/money.js';
import { type InvoicedWork, matchInvoice } from './invoice-match.js';

const work = (
  id: string,
  values: Partial<Record<'cost' | 'actual', string>> & {
    confirmed?: boolean;
    wasted?: boolean;
  } = {},
): InvoicedWork => ({
  id,
  confirmed: values.confirmed ?? true,
  wasted: values.wasted ?? false,
  cost: Money.of(values.cost ?? '35.00'),
  actualCost: Money.of(values.actual ?? values.cost ?? '35.00'),
});

const MONTH = [
  work('a', { cost: '52.50', actual: '43.75' }),
  work('b', { cost: '70.00' }),
  work('c', { cost: '35.00', actual: '0.00', wasted: true }),
  work('d', { cost: '40.00', confirmed: false }),
];

const told = (amount: string) => {
  const { explained, unexplained, difference } = matchInvoice(Money.of(amount), MONTH);
  return {
    difference: difference.toString(),
    explained: explained.map(
      ({ id, reason, amount: part }) => `${id} ${reason} ${part.toString()}`,
    ),
    unexplained: unexplained.toString(),
  };
};

describe('an invoice', () => {
  it.each([
    ['of what is confirmed needs no words', '157.50', []],
    ['with work that nobody confirmed', '197.50', ['d not_confirmed 40.00']],
    ['of the time that it took', '148.75', ['a no_rounding -8.75']],
    ['without the wasted trips', '122.50', ['c no_wasted_trip -35.00']],
    [
      'of the time that it took, without wasted trips',
      '113.75',
      ['a no_rounding -8.75', 'c no_wasted_trip -35.00'],
    ],
    ['in which one is missing', '87.50', ['b missing -70.00']],
    ['in which one stands twice', '227.50', ['b twice 70.00']],
    ['in which two are missing', '35.00', ['a missing -52.50', 'b missing -70.00']],
  ])('%s', (_, amount, explained) => {
    expect(told(amount)).toMatchObject({ explained, unexplained: '0.00' });
  });

  it('that nothing explains says how much is left to be asked', () => {
    expect(told('158.00')).toEqual({ difference: '0.50', explained: [], unexplained: '0.50' });
  });

  it('always adds up: expected, explained and unexplained are the amount', () => {
    const money = fc.integer({ min: 0, max: 20_000 }).map((cents) => Money.ofCents(BigInt(cents)));
    const some = fc.array(
      fc.record({
        confirmed: fc.boolean(),
        wasted: fc.boolean(),
        cost: money,
        actualCost: money,
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(money, some, (amount, rows) => {
        const match = matchInvoice(
          amount,
          rows.map((row, index) => ({ ...row, id: String(index) })),
        );
        const sum = Money.sum([
          match.expected,
          match.unexplained,
          ...match.explained.map((one) => one.amount),
        ]);
        return sum.equals(amount);
      }),
      cases,
    );
  });
});
