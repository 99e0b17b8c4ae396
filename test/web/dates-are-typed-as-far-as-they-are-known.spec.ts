import { checkPartial, parsePartial, typedPartial } from '../../web/src/projects/partial-date.js';

it.each([
  ['2018', '2018'],
  [' 2018 ', '2018'],
  ['5/2018', '2018-05'],
  ['05/2018', '2018-05'],
  ['15/5/2018', '2018-05-15'],
  ['15.05.2018', '2018-05-15'],
  ['2018-05', '2018-05'],
  ['2018-05-15', '2018-05-15'],
])('reads %s as %s', (typed, value) => {
  expect(parsePartial(typed)).toBe(value);
  expect(checkPartial(typed)).toBe(true);
});

it.each(['', '18', 'maggio', '5-2018', '15/5/18', '1/2/3/2018'])(
  'does not guess what %p is',
  (typed) => {
    expect(parsePartial(typed)).toBeNull();
  },
);

it.each(['2018', '2018-05', '2018-05-15'])('shows %s so that it reads back the same', (value) => {
  expect(parsePartial(typedPartial(value))).toBe(value);
});

it('shows nothing for what nobody knows', () => {
  expect(typedPartial(null)).toBe('');
});
