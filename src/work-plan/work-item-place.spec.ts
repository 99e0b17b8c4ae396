import { assertInside, assertNoLoop } from './work-item-place.js';

const span = (starts: string | null, ends: string | null) => ({ starts, ends });

describe('a work item inside its project', () => {
  it.each([
    [span('2018-05', '2019'), span('2018', '2022')],
    [span('2018', null), span('2018-10-02', null)],
    [span('2017-05-15', '2018-05-31'), span('2017-05-15', '2018-05-31')],
    [span(null, null), span('2018', '2022')],
    [span('1999', '2030'), span(null, null)],
    [span('2022', '2022'), span('2018', '2022-06')],
  ])('%o fits in %o', (part, whole) => {
    expect(() => assertInside(part, whole, 'il progetto')).not.toThrow();
  });

  it.each([
    [span('2017-12-31', null), span('2018', '2022'), 'starts'],
    [span(null, '2023-01'), span('2018', '2022'), 'ends'],
    [span('2023', null), span('2018', '2022'), 'starts'],
    [span(null, '2017'), span('2018', '2022'), 'ends'],
    [span('2017-05-14', '2018'), span('2017-05-15', '2018-05-31'), 'starts'],
  ])('%o does not fit in %o', (part, whole, path) => {
    expect(() => assertInside(part, whole, 'il progetto')).toThrow(
      expect.objectContaining({
        code: 'work-item.period',
        errors: [expect.objectContaining({ path })],
      }),
    );
  });
});

describe('the tree of the plan', () => {
  const parents = new Map([
    ['a', null],
    ['b', 'a'],
    ['c', 'b'],
  ]);

  it.each([
    ['c', 'a'],
    ['c', null],
    ['new', 'c'],
  ])('lets %s stand under %s', (id, parent) => {
    expect(() => assertNoLoop(id, parent, parents)).not.toThrow();
  });

  it.each([
    ['a', 'a'],
    ['a', 'c'],
    ['b', 'c'],
  ])('does not let %s stand under %s', (id, parent) => {
    expect(() => assertNoLoop(id, parent, parents)).toThrow(
      expect.objectContaining({ code: 'work-item.loop' }),
    );
  });
});
