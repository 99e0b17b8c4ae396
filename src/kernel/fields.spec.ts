import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import fc from 'fast-check';
import { cases } from '../../test/support/prove.js';
import * as fields from './fields.js';

class Part {
  @fields.TextField()
  name!: string;
}

const decorators: Record<string, PropertyDecorator> = {
  text: fields.TextField({ max: 5 }),
  atLeast: fields.TextField({ min: 3 }),
  long: fields.LongTextField(),
  money: fields.MoneyField(),
  cost: fields.MoneyField({ sign: 'notNegative' }),
  price: fields.MoneyField({ sign: 'positive' }),
  rate: fields.RateField(),
  minutes: fields.MinutesField(),
  quantity: fields.QuantityField(),
  integer: fields.IntegerField({ min: 1, max: 9 }),
  day: fields.DayField(),
  partial: fields.PartialDateField(),
  time: fields.TimeField(),
  id: fields.IdField(),
  state: fields.EnumField(['draft', 'sent']),
  flag: fields.BooleanField(),
  instant: fields.InstantField(),
  parts: fields.ListField(() => Part, { max: 2 }),
  ids: fields.ListField('id'),
  names: fields.ListField(() => String),
  states: fields.ListField(['draft', 'sent']),
  part: fields.ObjectField(() => Part),
  cup: fields.CupField(),
  tax: fields.TaxCodeField(),
  email: fields.EmailField(),
  url: fields.UrlField(),
  optional: fields.TextField({ optional: true }),
  nullable: fields.TextField({ nullable: true }),
  count: fields.QueryInteger({ max: 200 }),
  wanted: fields.QueryBoolean(),
  many: fields.QueryList('text'),
  manyIds: fields.QueryList('id'),
};

const sentences = (errors: ValidationError[]): string[] =>
  errors.flatMap((error) => [
    ...Object.values(error.constraints ?? {}),
    ...sentences(error.children ?? []),
  ]);

/** What the named field makes of a value: the complaints, or the value as the program gets it. */
function read(
  name: string,
  body: Record<string, unknown>,
): { value?: unknown; complaints?: string[] } {
  class Shape {}
  decorators[name]?.(Shape.prototype, name);
  const instance = plainToInstance(Shape, body) as Record<string, unknown>;
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
  });
  return errors.length ? { complaints: sentences(errors) } : { value: instance[name] };
}

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a field accepts', () => {
  it.each([
    ['text', ' ciao ', 'ciao'],
    ['text', 'cio\u0300', 'ci\u00f2'],
    ['long', 'a\nb', 'a\nb'],
    ['money', '-1234.50', '-1234.50'],
    ['cost', '0.00', '0.00'],
    ['price', '0.01', '0.01'],
    ['rate', '0.500000', '0.500000'],
    ['minutes', 90, 90],
    ['quantity', 12.25, 12.25],
    ['integer', 9, 9],
    ['day', '2019-11-20', '2019-11-20'],
    ['partial', '2018', '2018'],
    ['time', '23:59', '23:59'],
    ['id', ID, ID],
    ['id', ID.toUpperCase(), ID],
    ['state', 'sent', 'sent'],
    ['flag', false, false],
    ['instant', '2019-11-20T10:30:00Z', '2019-11-20T10:30:00Z'],
    ['ids', [ID], [ID]],
    ['ids', [ID.toUpperCase(), ID], [ID, ID]],
    ['manyIds', ID.toUpperCase(), [ID]],
    ['names', ['a', 'b'], ['a', 'b']],
    ['states', ['draft'], ['draft']],
    ['cup', 'j87g 22000360002', 'J87G22000360002'],
    ['tax', 'IT00743110157', '00743110157'],
    ['tax', 'rccmnl83s18d969h', 'RCCMNL83S18D969H'],
    ['email', ' Nome@Ente.IT ', 'nome@ente.it'],
    ['url', 'https://www.ires.piemonte.it/?a=b', 'https://www.ires.piemonte.it/?a=b'],
    ['nullable', '', null],
    ['nullable', null, null],
    ['count', '50', 50],
    ['wanted', 'true', true],
    ['many', 'a', ['a']],
    ['many', ['a', 'b'], ['a', 'b']],
  ])('%s: %j as %j', (name, typed, value) => {
    expect(read(name, { [name]: typed })).toEqual({ value });
  });

  it.each(['optional', 'count', 'wanted', 'many'])('%s left out', (name) => {
    expect(read(name, {})).toEqual({ value: undefined });
  });
});

describe('a field refuses, in one Italian sentence', () => {
  it.each([
    ['text', '', 'Campo obbligatorio.'],
    ['text', '   ', 'Campo obbligatorio.'],
    ['text', 'troppo', 'Al massimo 5 caratteri (ora sono 6).'],
    ['text', 'a\nb', 'Il testo deve stare su una riga sola.'],
    ['text', 'a\u0000b', 'Il testo contiene caratteri non ammessi.'],
    ['text', 'a\ud800', 'Il testo contiene caratteri non ammessi.'],
    ['text', 5, 'Serve un testo.'],
    ['text', null, 'Campo obbligatorio.'],
    ['atLeast', 'ab', 'Servono almeno 3 caratteri.'],
    ['money', 1234.5, 'Serve un importo con due decimali e il punto, per esempio "1234.50".'],
    ['money', '1.5', 'Serve un importo con due decimali e il punto, per esempio "1234.50".'],
    [
      'money',
      '1000000000000.00',
      'Serve un importo con due decimali e il punto, per esempio "1234.50".',
    ],
    ['money', '01.00', 'Serve un importo con due decimali e il punto, per esempio "1234.50".'],
    ['cost', '-0.01', "L'importo non può essere negativo."],
    ['price', '0.00', "L'importo deve essere maggiore di zero."],
    ['rate', '1.000001', 'Serve un tasso da 0 a 1 con al massimo sei decimali, per esempio "0.5".'],
    ['minutes', -1, 'Serve un numero intero da 0 a 2147483647.'],
    ['minutes', 1.5, 'Serve un numero intero.'],
    ['integer', '5', 'Serve un numero intero.'],
    ['integer', 10, 'Serve un numero intero da 1 a 9.'],
    ['quantity', 1.005, 'Serve un numero con al massimo due decimali.'],
    ['day', '2019-02-29', 'Serve un giorno esistente, per esempio 2019-11-20.'],
    ['day', '1019-02-28', 'Serve un giorno esistente, per esempio 2019-11-20.'],
    ['partial', '2018-13', 'Serve un anno, un mese o un giorno: 2018, 2018-05 oppure 2018-05-15.'],
    ['time', '24:00', "Serve un'ora da 00:00 a 23:59."],
    ['id', '1', 'Identificativo non valido.'],
    ['state', 'lost', 'Valore non previsto: scegli fra draft, sent.'],
    ['flag', 'true', 'Serve vero o falso.'],
    ['instant', 'ieri', 'Serve un istante, per esempio 2019-11-20T10:30:00Z.'],
    ['parts', {}, 'Serve un elenco.'],
    ['parts', [null], "Un elemento dell'elenco non è valido."],
    ['parts', ['a'], "Un elemento dell'elenco non è valido."],
    ['parts', [{ name: 'a' }, { name: 'b' }, { name: 'c' }], 'Al massimo 2 elementi.'],
    ['parts', [{ name: '' }], 'Campo obbligatorio.'],
    ['ids', ['1'], "Un elemento dell'elenco non è valido."],
    ['states', ['lost'], "Un elemento dell'elenco non è valido."],
    ['part', [], 'Serve un oggetto.'],
    ['part', { name: 5 }, 'Serve un testo.'],
    ['cup', 'J87', 'Il CUP ha 15 caratteri: una lettera, due cifre, una lettera, undici cifre.'],
    ['tax', '00743110158', 'Il codice fiscale di 11 cifre ha la cifra di controllo sbagliata.'],
    ['email', 'nome@', 'Serve un indirizzo di posta, per esempio nome@ente.it.'],
    [
      'url',
      'javascript:alert(1)',
      'Serve un indirizzo web completo, per esempio https://www.esempio.it.',
    ],
    ['optional', null, 'Campo obbligatorio.'],
    ['nullable', undefined, 'Campo obbligatorio.'],
    ['count', '5.5', 'Serve un numero intero da 0 a 200.'],
    ['count', '201', 'Serve un numero intero da 0 a 200.'],
    ['wanted', 'si', 'Serve true oppure false.'],
  ])('%s: %j', (name, typed, sentence) => {
    expect(read(name, typed === undefined ? {} : { [name]: typed })).toEqual({
      complaints: [sentence],
    });
  });

  it('refuses members that nobody declared, also in nested objects', () => {
    expect(read('part', { part: { name: 'a', role: 'admin' } }).complaints).toHaveLength(1);
    expect(read('parts', { parts: [{ name: 'a', role: 'admin' }] }).complaints).toHaveLength(1);
  });

  it('never fails on what it cannot read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(decorators)), fc.jsonValue(), (name, value) => {
        const answer = read(name, { [name]: value });
        expect(answer.complaints ?? ['']).not.toHaveLength(0);
      }),
      cases,
    );
  });
});
