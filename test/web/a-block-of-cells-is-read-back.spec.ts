import fc from 'fast-check';
import { formatBlock, parseBlock } from '../../web/src/frame/grid/block.js';
import { cases } from '../support/prove.js';

describe('a block of cells on the clipboard', () => {
  it.each([
    ['one cell', 'a', [['a']]],
    [
      'two rows as Excel ends them',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'empty cells',
      '\ta\t\n\t\t\n',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    [
      'a cell of two lines, a quote in a cell',
      '"a\nb"\t5" di pioggia\n',
      [['a\nb', '5" di pioggia']],
    ],
    ['quotes inside quotes', '"dice ""sì""\t"\tc', [['dice "sì"\t', 'c']]],
  ])('is understood: %s', (_, text, rows) => expect(parseBlock(text)).toEqual(rows));

  it('comes back as it was copied, whatever stands in its cells', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('1,5', 'a\tb', 'riga\nsotto', '"', '""\n', ''),
    );
    const block = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(block, (rows) => {
        const plain = rows.map((row) => row.map((text) => text.replaceAll('\r', '')));
        expect(parseBlock(formatBlock(plain))).toEqual(plain);
      }),
      cases,
    );
  });
});
