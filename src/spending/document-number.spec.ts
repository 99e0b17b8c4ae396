import fc from 'fast-check';
import { cases } from '../../test/support/prove.js';
import { normaliseNumber } from './document-number.js';

describe('the number of a document', () => {
  it.each([
    ['12/2019', '12/2019'],
    ['0012/2019', '12/2019'],
    ['FT 0012/2019', 'FT/12/2019'],
    ['ft12-2019', 'FT/12/2019'],
    [' 12 / 2019 ', '12/2019'],
    ['A000', 'A/0'],
    ['Nº 7', 'NO/7'],
    ['2019-03 Rossi', '2019/3/ROSSI'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(normaliseNumber(typed)).toBe(kept);
  });

  it('keeps different numbers apart', () => {
    expect(normaliseNumber('1/23')).not.toBe(normaliseNumber('12/3'));
    expect(normaliseNumber('A1')).not.toBe(normaliseNumber('B1'));
  });

  it.each(['', ' ', '-/-'])('"%s" is refused', (typed) => {
    expect(() => normaliseNumber(typed)).toThrow(
      expect.objectContaining({ code: 'cost_document.number' }),
    );
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9/ .-]*[A-Za-z0-9][A-Za-z0-9/ .-]*$/), (typed) => {
        expect(normaliseNumber(normaliseNumber(typed))).toBe(normaliseNumber(typed));
      }),
      cases,
    );
  });
});
