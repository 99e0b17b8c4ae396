import { Money } from '../kernel/money.js';
import { billableOf, costOf, type PackageUnit } from './billable.js';

const hourly = { unit: 'minutes', minimum: 60, step: 30 } as const;
const mediation = (minutes: number, kind = 'on_call_mediation') => ({
  kind,
  minutes,
  quantity: null,
});

describe('what is paid for a piece of work', () => {
  it.each([
    ['twenty minutes are worth the minimum', 20, 60],
    ['the minimum itself', 60, 60],
    ['a minute more begins a step', 61, 90],
    ['a whole step', 90, 90],
    ['nothing done is worth nothing', 0, 0],
  ])('%s', (_, minutes, expected) => {
    expect(billableOf(hourly, mediation(minutes))).toBe(expected);
  });

  it('a wasted trip is worth the minimum', () => {
    expect(billableOf(hourly, mediation(0, 'wasted_trip'))).toBe(60);
  });

  it('pages begin anew with each half', () => {
    const pages = { unit: 'pages', minimum: 0, step: 1 } as const;
    expect(billableOf(pages, { kind: 'written_translation', minutes: 0, quantity: 2.5 })).toBe(3);
  });

  it('a piece that is not counted is one', () => {
    const pieces = { unit: 'count', minimum: 0, step: 1 } as const;
    expect(billableOf(pieces, { kind: 'wasted_trip', minutes: 0, quantity: null })).toBe(1);
  });

  // The naive table: add steps until the work is covered.
  it('is the first step that covers the work, for every minute of a day', () => {
    for (const minimum of [0, 30, 45, 60])
      for (const step of [1, 7, 15, 30, 60])
        for (let minutes = 1; minutes <= 1440; minutes++) {
          let naive = 0;
          while (naive < minutes) naive += step;
          const terms = { unit: 'minutes' as const, minimum, step };
          expect(billableOf(terms, mediation(minutes))).toBe(naive > minimum ? naive : minimum);
        }
  });
});

describe('its price', () => {
  it.each<[PackageUnit, string, number, string]>([
    ['minutes', '35.00', 90, '52.50'],
    ['minutes', '34.99', 50, '29.16'],
    ['minutes', '0.01', 30, '0.01'],
    ['pages', '25.50', 3, '76.50'],
    ['pages', '25.55', 2.5, '63.88'],
    ['count', '18.00', 1, '18.00'],
  ])('%s at %s: %s cost %s', (unit, rate, amount, price) => {
    expect(costOf(unit, Money.of(rate), amount).toString()).toBe(price);
  });
});
