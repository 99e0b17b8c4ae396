import { EditPanel } from '../frame/EditPanel.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { parseCount, parseDay } from '../frame/parse.js';
import { RowsField } from '../frame/RowsField.js';
import { typedPartial } from '../projects/partial-date.js';
import { useToday } from '../frame/today.js';
import { options } from '../frame/choices.js';
import { useSeen } from '../frame/useSeen.js';
import { saveCall, useProgrammesChanged } from './programme-queries.js';
import type { Call } from './programme-queries.js';
import { checkPercent, percentOf, rateOf } from './rates.js';
import { CAP_BASES } from './words.js';

interface CallPanelProps {
  /** Null: a new one. */
  call: Call | null;
  programmeId: string;
  close: () => void;
}

type NewCall = Pick<Call, 'title' | 'code' | 'year' | 'note' | 'costCategories' | 'rules'>;
const NEW: NewCall = {
  title: '',
  code: null,
  year: null,
  note: null,
  costCategories: [],
  rules: [],
};

const valuesOf = ({ title, code, year, note, costCategories, rules }: NewCall) => ({
  ...typed({ title, code, note }),
  year: String(year ?? ''),
  costCategories: costCategories.map(({ id, parentId, capRate, ...category }) => ({
    ...typed(category),
    // The list of a form keeps a key of its own under `id`.
    rowId: id,
    parentCode: costCategories.find((one) => one.id === parentId)?.code ?? '',
    capRate: percentOf(capRate),
  })),
  rules: rules.map((rule) => ({
    ...typed(rule),
    validFrom: typedPartial(rule.validFrom),
    validTo: typedPartial(rule.validTo),
  })),
});

type Values = ReturnType<typeof valuesOf>;

const bodyOf = (values: Values, today: string) => ({
  title: values.title.trim(),
  code: orNull(values.code),
  year: parseCount(values.year),
  note: orNull(values.note),
  costCategories: values.costCategories.map(({ rowId, code, label, ...rest }) => ({
    id: rowId || null,
    code: code.trim(),
    label: label.trim(),
    parentCode: orNull(rest.parentCode),
    capRate: rateOf(rest.capRate),
    capBase: rest.capBase || null,
    mandatoryIf: orNull(rest.mandatoryIf),
  })),
  rules: values.rules.map(({ code, label, value, source, validFrom, validTo }) => ({
    code: code.trim(),
    label: label.trim(),
    value: orNull(value),
    source: orNull(source),
    validFrom: parseDay(validFrom, today),
    validTo: parseDay(validTo, today),
  })),
});

/** A call with what it asks; what nobody has found stays empty and is shown as "non configurato". */
export function CallPanel({ call: now, programmeId, close }: CallPanelProps) {
  const seen = useSeen(now, (one) => valuesOf(one ?? NEW));
  const call = seen.row;
  const today = useToday();
  const changed = useProgrammesChanged();
  return (
    <EditPanel
      title={call ? 'Modifica avviso' : 'Nuovo avviso'}
      lead="Una regola senza valore resta «non configurata»: niente la usa nei calcoli."
      values={seen.values}
      standing={seen.standing}
      said="Avviso salvato."
      write={(values, key) => saveCall(call, programmeId, bodyOf(values, today), key)}
      {...{ changed, close }}
      wide
    >
      <TextField name="title" label="Titolo" required maxLength={300} />
      <TextField name="code" label="Codice" size="half" />
      <TextField name="year" label="Anno" size="half" check={checkYear} />
      <LongTextField name="note" label="Nota" rows={2} />
      <Categories />
      <Rules checkDay={(text) => parseDay(text, today) !== null || 'Scrivi un giorno: 1/1/2020'} />
    </EditPanel>
  );
}

const checkYear = (text: string): true | string =>
  /^(19[5-9]\d|20\d\d)$/.test(text.trim()) || 'Scrivi un anno, per esempio 2016';

const BASES = options(CAP_BASES);

const Categories = () => (
  <RowsField
    name="costCategories"
    legend="Voci di costo"
    help="Nell’ordine in cui si leggono; una voce sta sotto un’altra che la precede"
    add="Aggiungi voce"
    empty={{
      rowId: '',
      code: '',
      label: '',
      parentCode: '',
      capRate: '',
      capBase: '',
      mandatoryIf: '',
    }}
    row={(path) => (
      <>
        <TextField name={`${path}.code`} label="Codice" size="third" required />
        <TextField name={`${path}.label`} label="Voce" size="third" required />
        <TextField name={`${path}.parentCode`} label="Sotto la voce" size="third" />
        <TextField name={`${path}.capRate`} label="Massimo, %" size="third" check={checkPercent} />
        <SelectField
          name={`${path}.capBase`}
          label="Calcolato su"
          size="third"
          none="—"
          options={BASES}
        />
        <TextField name={`${path}.mandatoryIf`} label="Obbligatoria se" size="third" />
      </>
    )}
  />
);

const Rules = ({ checkDay }: { checkDay: (text: string) => true | string }) => (
  <RowsField
    name="rules"
    legend="Regole"
    add="Aggiungi regola"
    empty={{ code: '', label: '', value: '', source: '', validFrom: '', validTo: '' }}
    row={(path) => (
      <>
        <TextField name={`${path}.code`} label="Codice" size="third" required />
        <TextField name={`${path}.label`} label="Regola" size="third" required />
        <TextField name={`${path}.value`} label="Valore" size="third" />
        <TextField name={`${path}.source`} label="Fonte" size="third" />
        <TextField name={`${path}.validFrom`} label="Vale dal" size="third" check={checkDay} />
        <TextField name={`${path}.validTo`} label="Vale fino al" size="third" check={checkDay} />
      </>
    )}
  />
);
