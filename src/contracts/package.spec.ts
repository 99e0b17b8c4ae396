import { type Alert, stateOf } from './package.js';

describe('what is left of a package', () => {
  it.each<[string, number, number, Alert]>([
    ['nothing used', 0, 6000, 'none'],
    ['just under 80 %', 4799, 1201, 'none'],
    ['80 %', 4800, 1200, 'eighty'],
    ['95 %', 5700, 300, 'ninety_five'],
    ['all of it', 6000, 0, 'ninety_five'],
    ['more than all', 6001, -1, 'over'],
  ])('%s', (_, used, residual, alert) => {
    expect(stateOf({ available: 6000, used })).toEqual({ residual, alert });
  });

  it('is unknown where nothing was allotted', () => {
    expect(stateOf({ available: null, used: 60 })).toEqual({ residual: null, alert: 'none' });
  });
});
