import { issuerTaxId } from './issuer.js';

describe('the tax number of an issuer', () => {
  it.each([
    ['00743110157', '00743110157'],
    ['IT 00743110157', '00743110157'],
    ['rccmnl83s18d969h', 'RCCMNL83S18D969H'],
    ['FR 12 345678901', 'FR12345678901'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(issuerTaxId(typed)).toBe(kept);
  });

  it.each(['00743110158', 'IT00743110158', 'RCCMNL83S18D969X', '12345', '', 'IT12'])(
    '"%s" is refused',
    (typed) => {
      expect(() => issuerTaxId(typed)).toThrow(expect.objectContaining({ code: 'issuer.tax_id' }));
    },
  );
});
