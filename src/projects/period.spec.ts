import { assertInOrder } from './period.js';

describe('a period known in part', () => {
  it.each([
    ['2018', '2022'],
    ['2018', '2018'],
    ['2018-05', '2018'],
    ['2018', '2018-05'],
    ['2017-05-15', '2018-05-31'],
    ['2018-05-15', '2018-05-15'],
    ['2018-05-15', '2018-05'],
    [null, '2018'],
    ['2018', null],
    [null, null],
  ])('may run from %s to %s', (starts, ends) => {
    expect(() => assertInOrder(starts, ends)).not.toThrow();
  });

  it.each([
    ['2019', '2018'],
    ['2018-06', '2018-05'],
    ['2018-05-16', '2018-05-15'],
    ['2018-06-01', '2018-05'],
  ])('may not run from %s to %s', (starts, ends) => {
    expect(() => assertInOrder(starts, ends)).toThrow(
      expect.objectContaining({ code: 'period.order' }),
    );
  });
});
