import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { DayField, MoneyField } from '../frame/typedFields.js';
import { options } from '../frame/choices.js';
import { KINDS } from './words.js';

const kinds = options(KINDS);

/** What is written on the document. The kind cannot change once it is recorded. */
export function DocumentFields({ recorded }: { recorded?: boolean }) {
  return (
    <>
      {!recorded && <SelectField name="kind" label="Tipo" options={kinds} size="half" />}
      <DayField name="issuedOn" label="Data del documento" required size="half" />
      <TextField name="issuerName" label="Emittente" required maxLength={200} />
      <TextField
        name="issuerTaxId"
        label="Partita IVA o codice fiscale"
        help="Se è scritto sul documento: evita di registrarlo due volte."
        maxLength={24}
        size="half"
      />
      <TextField
        name="number"
        label="Numero"
        help="Come appare sul documento."
        required
        maxLength={60}
        size="half"
      />
      <MoneyField name="total" label="Totale" help="IVA compresa." required size="third" />
      <MoneyField name="vat" label="di cui IVA" help="Zero se non c’è." size="third" />
      <MoneyField
        name="eligibleTotal"
        label="Parte ammissibile"
        help="Vuota: tutto il totale."
        size="third"
      />
      <TextField
        name="cup"
        label="CUP sul documento"
        help="Senza, la spesa si salva ma non è rendicontabile."
        maxLength={20}
        size="half"
      />
      <LongTextField name="note" label="Nota" rows={2} maxLength={2000} />
    </>
  );
}
