import { Money } from '../kernel/money.js';
import { blocksOf, type Block, type Facts } from './claimability.js';

const CUP = 'J87G22000360002';
const sound: Facts = {
  incurredOn: '2019-03-15',
  paidOn: '2019-04-10',
  documentCup: CUP,
  cupDeclared: false,
  expectedCup: CUP,
  starts: '2018',
  ends: '2022',
  planned: Money.of('1000.00'),
  chargedUpToHere: Money.of('1000.00'),
  partnerPlanned: Money.of('5000.00'),
};

describe('an expense is claimable', () => {
  it.each<[string, Partial<Facts>]>([
    ['when everything is in order', {}],
    ['on the first day of a project of which only the year is known', { incurredOn: '2018-01-01' }],
    ['on the last day of it', { incurredOn: '2022-12-31' }],
    [
      'whenever, while the dates of the project are unknown',
      { starts: null, ends: null, incurredOn: '1999-01-01' },
    ],
    [
      'without a CUP on the document that a declaration ties to it',
      { documentCup: null, cupDeclared: true },
    ],
    ['with any CUP on the document, while that of the project is unknown', { expectedCup: null }],
  ])('%s', (_, change) => {
    expect(blocksOf({ ...sound, ...change })).toEqual([]);
  });
});

describe('an expense is not claimable', () => {
  it.each<[string, Partial<Facts>, Block[]]>([
    ['the day before the project', { incurredOn: '2017-12-31' }, ['window.outside']],
    ['the day after it', { incurredOn: '2023-01-01' }, ['window.outside']],
    ['the day after a known end', { ends: '2019-03-14' }, ['window.outside']],
    ['without a CUP on the document', { documentCup: null }, ['cup.missing']],
    [
      'without one, even if that of the project is unknown',
      { documentCup: null, expectedCup: null },
      ['cup.missing'],
    ],
    ['with the CUP of another project', { documentCup: 'C11G06000000001' }, ['cup.other']],
    [
      'with the CUP of another project, whatever is declared',
      { documentCup: 'C11G06000000001', cupDeclared: true },
      ['cup.other'],
    ],
    ['a cent over its line', { chargedUpToHere: Money.of('1000.01') }, ['line.over_residual']],
    ['on a line that the budget no longer has', { planned: null }, ['line.over_residual']],
    ['until it is paid', { paidOn: null }, ['payment.missing']],
    ['of a partner without budget', { partnerPlanned: Money.zero }, ['partner.no_budget']],
    [
      'for several reasons at once',
      { paidOn: null, documentCup: null },
      ['cup.missing', 'payment.missing'],
    ],
  ])('%s', (_, change, blocks) => {
    expect(blocksOf({ ...sound, ...change })).toEqual(blocks);
  });
});
