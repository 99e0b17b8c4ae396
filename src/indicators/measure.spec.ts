import { amountOf, counts, type Measured } from './measure.js';

const activity: Measured = { kind: 'seminar', workItemId: 'a1', minutes: 90, quantity: '12.50' };

describe('an indicator', () => {
  it.each([
    ['of every kind in the whole project', [], null, true],
    ['of this kind', ['seminar', 'research'], null, true],
    ['of another kind', ['research'], null, false],
    ['of this action', [], new Set(['a1', 'a2']), true],
    ['of another action', ['seminar'], new Set(['a2']), false],
  ])('%s', (_, kinds, workItemIds, taken) => {
    expect(counts({ kinds, workItemIds }, activity)).toBe(taken);
  });

  it.each([
    ['sum_minutes', '90'],
    ['sum_quantity', '12.50'],
    ['count', '1'],
  ] as const)('that measures %s adds %s', (measure, amount) => {
    expect(amountOf(measure, activity)).toBe(amount);
  });

  it('of quantities takes an activity without quantity as nothing', () => {
    expect(amountOf('sum_quantity', { ...activity, quantity: null })).toBe('0');
  });
});
