import fc from 'fast-check';
import { cases } from '../../test/support/prove.js';
import { decodeCursor, encodeCursor, pageOf } from './page.js';

describe('a page', () => {
  const rows = [1, 2, 3, 4];

  it('says that there is more when a row too many was read', () => {
    const page = pageOf(rows, 3, (row) => [row], String);
    expect(page.items).toEqual(['1', '2', '3']);
    expect(decodeCursor(page.next ?? '', 1)).toEqual([3]);
  });

  it('ends where the rows end', () => {
    expect(pageOf(rows, 4, (row) => [row], String).next).toBeNull();
    expect(pageOf([], 4, () => [], String)).toEqual({ items: [], next: null });
  });

  it('carries any key there and back', () => {
    const keys = fc.array(
      fc.oneof(
        fc.integer(),
        fc.string().filter((s) => !s.includes('\u0000')),
        fc.constant(null),
      ),
    );
    fc.assert(
      fc.property(keys, (key) => {
        expect(decodeCursor(encodeCursor(key), key.length)).toEqual(key);
      }),
      cases,
    );
  });

  it.each([
    '',
    'xx',
    '%%%',
    encodeCursor([1, 2]),
    Buffer.from('{"0":1}').toString('base64url'),
    Buffer.from('[[1]]').toString('base64url'),
  ])('refuses the cursor "%s"', (cursor) => {
    expect(() => decodeCursor(cursor, 1)).toThrow(
      expect.objectContaining({ status: 400, code: 'page.cursor' }),
    );
  });
});
