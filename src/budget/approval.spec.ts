import { Money } from '../kernel/money.js';
import { assertMayApprove, type Approval } from './approval.js';

const first: Approval = {
  draft: { state: 'draft', lines: 3, total: Money.of('100000.00') },
  previous: null,
  approvedOn: '2018-05-02',
  act: null,
  today: '2019-11-20',
};
const previous = { total: Money.of('100000.00'), approvedOn: '2018-05-02' };

describe('a budget is approved', () => {
  it.each<[string, Partial<Approval>]>([
    ['the first time, without an act', {}],
    ['today', { approvedOn: '2019-11-20' }],
    ['again, when movements sum to zero', { previous, approvedOn: '2019-03-01' }],
    ['on the same day as the one before', { previous }],
    [
      'with another total, when an act says so',
      { previous: { ...previous, total: Money.of('90000.00') }, act: 'DD 12/2019' },
    ],
  ])('%s', (_, change) => {
    expect(() => assertMayApprove({ ...first, ...change })).not.toThrow();
  });
});

describe('a budget is not approved', () => {
  it.each<[string, Partial<Approval>, string]>([
    ['twice', { draft: { ...first.draft, state: 'approved' } }, 'budget.not_draft'],
    [
      'when it was superseded',
      { draft: { ...first.draft, state: 'superseded' } },
      'budget.not_draft',
    ],
    ['without lines', { draft: { ...first.draft, lines: 0 } }, 'budget.empty'],
    ['on a day to come', { approvedOn: '2019-11-21' }, 'budget.approved_later'],
    [
      'before the one in force',
      { previous: { ...previous, approvedOn: '2018-05-03' } },
      'budget.approved_earlier',
    ],
    [
      'with a cent more and no act',
      { previous: { ...previous, total: Money.of('99999.99') } },
      'budget.act_missing',
    ],
  ])('%s', (_, change, code) => {
    expect(() => assertMayApprove({ ...first, ...change })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
