import { assertErasable, keptUntil } from './retention-until.js';

describe('how long papers are kept', () => {
  it.each([
    ['2026-03-12', 5, '2031-12-31'],
    ['2026-12-31', 10, '2036-12-31'],
    [null, 10, null],
  ])('after a last payment of %s, %i years: until %s', (lastPaymentOn, years, until) => {
    expect(keptUntil({ lastPaymentOn, years, legalHold: false })).toBe(until);
  });

  it('and under a legal hold nothing is erased', () => {
    const kept = { lastPaymentOn: null, years: 10 };
    expect(() => assertErasable({ ...kept, legalHold: true })).toThrow(
      expect.objectContaining({ code: 'identity.hold' }),
    );
    expect(() => assertErasable({ ...kept, legalHold: false })).not.toThrow();
  });
});
