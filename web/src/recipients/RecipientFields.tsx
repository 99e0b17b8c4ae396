import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField, TextField } from '../frame/fields.js';
import { DayField } from '../frame/typedFields.js';
import { options } from '../frame/choices.js';
import { BANDS, CITIZENSHIPS, FLAGS, GENDERS, PROOFS } from './words.js';

/** What is known of a person besides who it is. */
export function RecipientFields() {
  return (
    <>
      <TextField
        name="initials"
        label="Iniziali"
        help="Solo se servono a riconoscere la persona in aula: A.B."
        maxLength={6}
        size="third"
      />
      <TextField
        name="birthYear"
        label="Anno di nascita"
        maxLength={4}
        size="third"
        check={(typed) => /^(19|20)\d\d$/.test(typed.trim()) || 'Scrivi un anno, per esempio 2009'}
      />
      <SelectField
        name="ageBand"
        label="oppure fascia d’età"
        options={options(BANDS)}
        none="non nota"
        size="third"
      />
      <SelectField
        name="gender"
        label="Genere"
        options={options(GENDERS)}
        none="non noto"
        size="half"
      />
      <ChoiceField
        name="citizenship"
        label="Cittadinanza"
        choices={CITIZENSHIPS}
        required
        size="half"
      />
      <SelectField
        name="citizenshipProof"
        label="Cittadinanza provata da"
        options={options(PROOFS)}
        none="nessuna prova"
      />
      <ChoiceField name="flags" label="Condizioni" choices={options(FLAGS)} many />
      <DayField name="noticeOn" label="Informativa privacy data il" size="half" />
      <SelectField
        name="noticeTo"
        label="a"
        help="Per un minore, a chi ne ha la responsabilità."
        options={[
          { value: 'person', label: 'la persona stessa' },
          { value: 'guardian', label: 'chi ne ha la responsabilità' },
        ]}
        none="non ancora data"
        size="half"
      />
    </>
  );
}
