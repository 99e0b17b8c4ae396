import fc from 'fast-check';
import { cases } from '../../test/support/prove.js';
import { checkCodiceFiscale, checkCup, checkIban, checkPartitaIva } from './identifiers.js';

describe('CUP', () => {
  it.each(['J87G22000360002', 'C11G06000000001', ' j87g 2200 0360 002 '])(
    '%s is accepted',
    (cup) => {
      expect(checkCup(cup)).toMatchObject({ error: null, warning: null });
    },
  );

  it('is stored in capitals without spaces', () => {
    expect(checkCup(' j87g 2200 0360 002 ').value).toBe('J87G22000360002');
  });

  it.each(['Z87G22000360002', 'J87G22000361234', 'J87G22000360000'])(
    '%s is only doubted',
    (cup) => {
      expect(checkCup(cup)).toMatchObject({
        error: null,
        warning: expect.stringContaining('insolita'),
      });
    },
  );

  it.each([
    '',
    'J87G2200036000',
    'J87G220003600021',
    '187G22000360002',
    'J8AG22000360002',
    'J87G2200036000X',
  ])('"%s" is refused', (cup) => {
    expect(checkCup(cup).error).toContain('15 caratteri');
  });
});

describe('codice fiscale', () => {
  it.each(['RCCMNL83S18D969H', 'rccmnl83s18d969h', 'RSSMRA80A01H501U', '00743110157'])(
    '%s is accepted',
    (code) => {
      expect(checkCodiceFiscale(code).error).toBeNull();
    },
  );

  it('is accepted with digits replaced for homonyms', () => {
    expect(checkCodiceFiscale('RCCMNL83S18D96VW').error).toBeNull();
    expect(checkCodiceFiscale('RCCMNL83S18D96VH').error).toContain('lettera di controllo');
  });

  it.each([
    ['RCCMNL83S18D969X', 'lettera di controllo'],
    ['RCCMNL83S35D969H', 'forma'],
    ['RCCMNL83S18D969', 'forma'],
    ['00743110158', 'cifra di controllo'],
    ['', 'forma'],
  ])('"%s" is refused: %s', (code, why) => {
    expect(checkCodiceFiscale(code).error).toContain(why);
  });

  it('has one right control letter for each of its forms', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 10, max: 99 }),
        (day, year) => {
          const body = `RCCMNL${year}S${String(day).padStart(2, '0')}D969`;
          const right = letters.filter(
            (letter) => checkCodiceFiscale(body + letter).error === null,
          );
          expect(right).toHaveLength(1);
        },
      ),
      cases,
    );
  });
});

describe('partita IVA', () => {
  it.each(['00743110157', 'IT00743110157', 'it 0074 3110 157'])('%s is accepted', (code) => {
    expect(checkPartitaIva(code)).toMatchObject({ value: '00743110157', error: null });
  });

  it.each([
    ['00743110158', 'cifra di controllo'],
    ['0074311015', '11 cifre'],
    ['007431101570', '11 cifre'],
    ['ABCDEFGHIJK', '11 cifre'],
  ])('%s is refused: %s', (code, why) => {
    expect(checkPartitaIva(code).error).toContain(why);
  });
});

/** The text with the digit at `place` (of those that it has) raised by `by`, 1 to 9: another digit for sure. */
function withOtherDigit(text: string, place: number, by: number): string {
  const places = [...text].flatMap((sign, index) => (/\d/.test(sign) ? [index] : []));
  const at = places[place % places.length]!;
  return text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1);
}

const slip = [fc.nat(40), fc.integer({ min: 1, max: 9 })] as const;

describe('one wrong digit', () => {
  it('is always found in a partita IVA', () => {
    const body = fc.integer({ min: 1, max: 9_999_999 }).map((n) => String(n).padStart(7, '0'));
    const found = fc.property(body, ...slip, (digits, place, by) => {
      const right = [...'0123456789']
        .map((check) => `${digits}001${check}`)
        .filter((code) => checkPartitaIva(code).error === null);
      expect(right).toHaveLength(1);
      expect(checkPartitaIva(withOtherDigit(right[0]!, place, by)).error).not.toBeNull();
    });
    fc.assert(found, cases);
  });

  it('is always found in an IBAN', () => {
    const found = fc.property(...slip, (place, by) => {
      const wrong = withOtherDigit('IT60X0542811101000000123456', place, by);
      expect(checkIban(wrong).error).not.toBeNull();
    });
    fc.assert(found, cases);
  });
});

it('a CUP that was tidied once stays as it is', () => {
  const sign = fc.constantFrom(...'abJ87g 02');
  const tidied = fc.property(fc.array(sign, { maxLength: 20 }), (signs) => {
    const { value, error } = checkCup(signs.join(''));
    if (error === null) expect(checkCup(value)).toEqual({ ...checkCup(value), value });
    else expect(checkCup(checkCup(signs.join('')).value).error).toBe(error);
  });
  fc.assert(tidied, cases);
});

describe('IBAN', () => {
  it.each([
    'IT60X0542811101000000123456',
    'IT60 X054 2811 1010 0000 0123 456',
    'DE89370400440532013000',
  ])('%s is accepted', (iban) => {
    expect(checkIban(iban).error).toBeNull();
  });

  it.each([
    'IT60X0542811101000000123457',
    'IT60X054281110100000012345',
    'XX60X0542811101000000123456',
    '',
  ])('"%s" is refused', (iban) => {
    expect(checkIban(iban).error).toContain('IBAN');
  });
});
