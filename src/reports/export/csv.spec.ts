import { renderCsv } from './csv.js';
import type { Printable } from './printable.js';

const printed = (label: string, value: string): string => {
  const sheet = { number: 1, from: '2019-04-01', to: '2019-06-30', sections: [] };
  const figures = [{ key: 'k', label, unit: 'euro', value }];
  const [, line = ''] = renderCsv({ sheet, figures, rows: [] } as unknown as Printable)
    .toString()
    .split('\r\n');
  return line.split(';').slice(4, 6).join(';');
};

describe('the CSV of a sheet', () => {
  it.each([
    ['Residuo', '-12.50', 'Residuo;-12,50'],
    ['Residuo', '1234.5', 'Residuo;1234,5'],
    ['=1+1', '3', `'=1+1;3`],
    ['-1+1', '0', `'-1+1;0`],
  ])('%s %s is %s: numbers stay numbers, texts never become formulas', (label, value, said) => {
    expect(printed(label, value)).toBe(said);
  });
});
