import {
  day,
  decimal,
  euro,
  fileSize,
  hours,
  instant,
  longDay,
  percent,
  period,
  plural,
  weekday,
} from '../../web/src/frame/format.js';

/** A figure and its unit never break over two lines. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('figures are written as an office writes them', () => {
  it.each([
    ['1234.5', '1.234,50 €'],
    ['-0.1', '−0,10 €'],
    ['1234567.89', '1.234.567,89 €'],
    ['999', '999,00 €'],
    ['0.00', '0,00 €'],
  ])('euro: %s', (value, words) => expect(spaced(euro(value))).toBe(words));

  it.each([
    [340, '5:40'],
    [74_430, '1.240:30'],
    [5, '0:05'],
    [-90, '−1:30'],
  ])('hours: %s minutes', (minutes, words) => expect(hours(minutes)).toBe(words));

  it('days keep the precision that is known', () => {
    expect([day('2019-11-20'), day('2018-05'), day('2018'), day(null)]).toEqual([
      '20 nov 2019',
      'mag 2018',
      '2018',
      '',
    ]);
    expect([weekday('2019-11-20'), longDay('2019-11-20')]).toEqual([
      'mer 20 nov',
      'mercoledì 20 novembre 2019',
    ]);
  });

  it('periods say which end is not known', () => {
    expect([period('2018', '2022'), period('2018', null), period(null, null)]).toEqual([
      '2018 – 2022',
      'dal 2018',
      'date non note',
    ]);
  });

  it('instants are those of Rome', () => {
    expect(instant('2019-11-20T23:30:00Z')).toBe('21 nov 2019, 00:30');
  });

  it('the rest', () => {
    expect([decimal('12.5'), spaced(percent('0.853')), plural(1, 'riga', 'righe')]).toEqual([
      '12,5',
      '85,3 %',
      '1 riga',
    ]);
    expect([plural(1200, 'riga', 'righe'), fileSize(1_536_000)]).toEqual(['1.200 righe', '1,5 MB']);
  });
});
