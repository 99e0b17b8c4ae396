import { LANGUAGES } from '../contracts/languages.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { DayField, DurationField, TimeField } from '../frame/typedFields.js';
import { countryName } from '../projects/words.js';
import { MODES } from './words.js';

const CODES =
  'AF AL AM AR BD BF BO BR BY CD CI CL CM CN CO CU DO DZ EC EG ER ET GE GH GM GN GW HN HT ID IL IN IQ IR JO KE KG KZ LB LK LR LY MA MD ME MK ML MM MN MR MX NE NG NI NP PE PH PK PS PY RS RU SD SL SN SO SR SS SV SY TG TH TJ TN TR TZ UA UG US UY UZ VE VN XK YE';
const COUNTRIES = CODES.split(' ')
  .map((value) => ({ value, label: countryName(value) }))
  .toSorted((a, b) => a.label.localeCompare(b.label, 'it'));
const MODE_OPTIONS = Object.entries(MODES).map(([value, label]) => ({ value, label }));

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
