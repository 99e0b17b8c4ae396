import { newCode, tidyCode } from './recipient-code.js';

describe('the code of a recipient', () => {
  it('is made of signs that nobody takes for others, and never twice the same', () => {
    const codes = Array.from({ length: 1000 }, newCode);
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toBe(
      true,
    );
    expect(new Set(codes).size).toBe(1000);
  });

  it.each([
    ['7k3m9qx2', '7K3M-9QX2'],
    [' 7K3M 9QX2 ', '7K3M-9QX2'],
    ['oILo-OilO', '0110-0110'],
    ['7K3M', '7K3M'],
  ])('typed as «%s» is %s', (typed, code) => {
    expect(tidyCode(typed)).toBe(code);
  });

  it('stays as it is when it is read again', () => {
    for (const code of Array.from({ length: 200 }, newCode)) expect(tidyCode(code)).toBe(code);
  });
});
