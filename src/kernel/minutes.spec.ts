import fc from 'fast-check';
import { cases } from '../../test/support/prove.js';
import { formatMinutes, parseMinutes } from './minutes.js';

describe('a duration', () => {
  it.each([
    ['1:30', 90],
    ['0:05', 5],
    ['12:00', 720],
    ['1,5', 90],
    ['1.5', 90],
    ['7,25', 435],
    ['2', 120],
    ['2h', 120],
    ['2 ore', 120],
    ['1,5h', 90],
    ['2h30', 150],
    ['1h 30m', 90],
    ['1h30min', 90],
    ['90m', 90],
    ['90 min', 90],
    ['0', 0],
    [' 1:30 ', 90],
  ])('typed %s is %d minutes', (typed, minutes) => {
    expect(parseMinutes(typed)).toBe(minutes);
  });

  it.each([
    '',
    'abc',
    '1:60',
    '1:5',
    '0,33',
    '1,333',
    '-1',
    '1:30:00',
    '1h75',
    '1.5.2',
    'h',
    '1e2',
    '½',
  ])('typed "%s" is refused', (typed) => {
    expect(() => parseMinutes(typed)).toThrow(expect.objectContaining({ code: 'minutes.format' }));
  });

  it.each([
    [340, '5:40'],
    [0, '0:00'],
    [5, '0:05'],
    [-90, '-1:30'],
    [60_000, '1000:00'],
  ])('of %d minutes is shown %s', (minutes, shown) => {
    expect(formatMinutes(minutes)).toBe(shown);
  });

  it('shown is read back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 599_999 }), (minutes) => {
        expect(parseMinutes(formatMinutes(minutes))).toBe(minutes);
      }),
      cases,
    );
  });
});
