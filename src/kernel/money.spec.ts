import fc from 'fast-check';
import { cases } from '../../test/support/prove.js';
import { euro, Money } from './money.js';

const amounts = fc
  .bigInt({ min: -99_999_999_999_999n, max: 99_999_999_999_999n })
  .map((cents) => Money.ofCents(cents));
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
  .filter((list) => list.some((weight) => weight > 0));
/** Rates that sum to one, in whole millionths. */
const rates = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { maxLength: 5 }).map((cuts) => {
  const ends = [0, ...cuts.sort((a, b) => a - b), 1_000_000];
  return ends.slice(1).map((end, index) => ((end - (ends[index] ?? 0)) / 1_000_000).toFixed(6));
});

describe('an amount', () => {
  it.each([
    ['1234.50', '1234.50'],
    ['1234.5', '1234.50'],
    ['1234', '1234.00'],
    ['-0.01', '-0.01'],
    ['-0.00', '0.00'],
    ['999999999999.99', '999999999999.99'],
    ['0.07', '0.07'],
  ])('%s is written %s', (typed, written) => {
    expect(Money.of(typed).toString()).toBe(written);
  });

  it.each(['', 'abc', '1,50', '1.505', '1e3', '1.', '.5', '--1', ' 1', 'NaN', '0x10', '1_000'])(
    '"%s" is refused',
    (typed) => {
      expect(() => Money.of(typed)).toThrow(expect.objectContaining({ code: 'money.format' }));
    },
  );

  it('is never a binary fraction', () => {
    expect(Money.sum([Money.of('0.10'), Money.of('0.20')]).toString()).toBe('0.30');
    expect(JSON.stringify({ amount: Money.of('1234.5') })).toBe('{"amount":"1234.50"}');
  });

  it.each([
    ['1234.50', '1.234,50 €'],
    ['-1234.50', '-1.234,50 €'],
    ['0.07', '0,07 €'],
    ['999999999999.99', '999.999.999.999,99 €'],
  ])('%s is read %s', (amount, read) => {
    expect(euro(Money.of(amount)).replace(/\s/g, ' ')).toBe(read);
  });
});

describe('a share', () => {
  it.each([
    ['100.00', '0.500000', '50.00'],
    ['0.01', '0.500000', '0.01'],
    ['-0.01', '0.500000', '-0.01'],
    ['1.01', '0.5', '0.51'],
    ['-1.01', '0.5', '-0.51'],
    ['1.00', '0.333333', '0.33'],
    ['1000000.00', '0.333333', '333333.00'],
    ['123.45', '0.07', '8.64'],
    ['123.45', '0', '0.00'],
  ])('of %s at %s is %s', (amount, rate, share) => {
    expect(Money.of(amount).share(rate).toString()).toBe(share);
  });

  it('refuses a rate finer than millionths', () => {
    expect(() => Money.of('1.00').share('0.0000001')).toThrow(
      expect.objectContaining({ code: 'rate.format' }),
    );
  });

  it('rounds half away from zero, alike on both sides of it', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1_000_000 }), (amount, parts) => {
        const rate = (parts / 1_000_000).toFixed(6);
        expect(amount.negated.share(rate).cents).toBe(-amount.share(rate).cents);
        const error = amount.share(rate).cents * 1_000_000n - amount.cents * BigInt(parts);
        expect(error <= 500_000n && error >= -500_000n).toBe(true);
      }),
      cases,
    );
  });
});

describe('a split', () => {
  it.each([
    ['100.00', [1, 1, 1], ['33.34', '33.33', '33.33']],
    ['-100.00', [1, 1, 1], ['-33.34', '-33.33', '-33.33']],
    ['0.01', [1, 1], ['0.01', '0.00']],
    ['10.00', [0, 3, 1], ['0.00', '7.50', '2.50']],
  ])('of %s by %j is %j', (amount, by, parts) => {
    expect(Money.of(amount).splitBy(by).map(String)).toEqual(parts);
  });

  it('refuses weights that are all zero or negative', () => {
    expect(() => Money.of('1.00').splitBy([0, 0])).toThrow(
      expect.objectContaining({ code: 'money.weights' }),
    );
    expect(() => Money.of('1.00').splitBy([2, -1])).toThrow(
      expect.objectContaining({ code: 'money.weights' }),
    );
  });

  it('sums to the amount, and no part is a cent away from its exact share', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, by) => {
        const parts = amount.splitBy(by);
        const total = by.reduce((sum, weight) => sum + weight, 0);
        expect(Money.sum(parts).equals(amount)).toBe(true);
        parts.forEach((part, index) => {
          const away = part.cents * BigInt(total) - amount.cents * BigInt(by[index] ?? 0);
          expect((away < 0n ? -away : away) < BigInt(total)).toBe(true);
        });
      }),
      cases,
    );
  });
});

describe('sources', () => {
  it.each([
    ['100.01', ['0.500000', '0.500000'], ['50.01', '50.00']],
    ['0.01', ['0.5', '0.5'], ['0.01', '0.00']],
    ['-0.01', ['0.5', '0.5'], ['-0.01', '0.00']],
    ['0.02', ['0.25', '0.25', '0.25', '0.25'], ['0.01', '0.01', '0.00', '0.00']],
    ['100.00', ['0.333333', '0.333333', '0.333334'], ['33.33', '33.33', '33.34']],
    ['5.00', ['1.000000'], ['5.00']],
  ])('of %s at %j are %j', (amount, by, parts) => {
    expect(Money.of(amount).splitSources(by).map(String)).toEqual(parts);
  });

  it('sum to the amount and never turn against it', () => {
    fc.assert(
      fc.property(amounts, rates, (amount, by) => {
        const parts = amount.splitSources(by);
        expect(Money.sum(parts).equals(amount)).toBe(true);
        expect(parts.every((part) => part.isZero || part.isNegative === amount.isNegative)).toBe(
          true,
        );
      }),
      cases,
    );
  });
});

describe('adding', () => {
  it('gives back what is taken away, in any order', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        expect(a.plus(b).equals(b.plus(a))).toBe(true);
        expect(Money.of(a.toString()).equals(a)).toBe(true);
        expect(a.exceeds(b)).toBe(b.minus(a).isNegative);
      }),
      cases,
    );
  });
});
