import { ChoiceField } from '../frame/ChoiceField.js';
import { COUNTRIES } from '../frame/countries.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { DayField, DurationField, TimeField } from '../frame/typedFields.js';
import { LANGUAGES } from '../frame/languages.js';
import { options, useBodies, useTerritories } from '../frame/choices.js';
import { MODES } from './words.js';

const MODE_OPTIONS = options(MODES);

/** When, in which language, why: what everybody is asked who asks for a mediator. */
export function WantedFields() {
  return (
    <>
      <ChoiceField name="language" label="Lingua" choices={LANGUAGES} required />
      <DayField name="wantedDay" label="Giorno" size="third" required />
      <TimeField name="wantedTime" label="Ora" size="third" required />
      <DurationField name="duration" label="Durata prevista" size="third" required />
      <LongTextField
        name="reason"
        label="Motivo"
        help="Che cosa serve. Senza nomi di persone destinatarie."
        required
        rows={2}
      />
    </>
  );
}

/** What helps, and may be left out while on the phone. */
export function MoreFields() {
  return (
    <>
      <SelectField name="mode" label="Modo" size="half" options={MODE_OPTIONS} />
      <TextField name="place" label="Luogo" size="half" help="Sede, aula o collegamento" />
      <ChoiceField name="citizenship" label="Cittadinanza" choices={COUNTRIES} />
      <TextField
        name="meets"
        label="Referente dell’intervento"
        help="Chi incontra il mediatore, se è un’altra persona"
      />
    </>
  );
}

/** What we write down of a request, on the phone or to correct it. */
export function AskedFields() {
  const bodies = useBodies();
  const territories = useTerritories();
  return (
    <>
      <ChoiceField name="organisationId" label="Ente che chiede" choices={bodies} required />
      <TextField name="askedBy" label="Referente dell’ente" size="half" required />
      <TextField name="askedByPhone" label="Telefono" size="half" />
      <WantedFields />
      <TextField
        name="askedByEmail"
        label="Posta del referente"
        type="email"
        help="Riceve l’assegnazione e il collegamento per confermare le ore"
      />
      <ChoiceField name="territoryId" label="Territorio" choices={territories} />
      <MoreFields />
    </>
  );
}
