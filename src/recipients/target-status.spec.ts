import { targetStatus, type UnionMember } from './target-status.js';

const members: UnionMember[] = [
  { country: 'IT', fromDay: '1958-01-01', toDay: null },
  { country: 'RO', fromDay: '2007-01-01', toDay: null },
  { country: 'HR', fromDay: '2013-07-01', toDay: null },
  { country: 'GB', fromDay: '1973-01-01', toDay: '2020-12-31' },
];

describe('who counts as a recipient', () => {
  it.each([
    ['MA', '2019-11-20', 'recipient'],
    ['stateless', '2019-11-20', 'recipient'],
    ['XX', '2019-11-20', 'to_verify'],
    ['IT', '2019-11-20', 'not_target'],
    ['RO', '2006-12-31', 'recipient'],
    ['RO', '2007-01-01', 'not_target'],
    ['HR', '2013-06-30', 'recipient'],
    ['HR', '2013-07-01', 'not_target'],
    // The United Kingdom left on 31 January 2020, but Union law held there until the end of that year.
    ['GB', '2020-02-01', 'not_target'],
    ['GB', '2020-12-31', 'not_target'],
    ['GB', '2021-01-01', 'recipient'],
  ])('a citizen of %s on %s: %s', (citizenship, day, status) => {
    expect(targetStatus(citizenship, day, members)).toBe(status);
  });
});
