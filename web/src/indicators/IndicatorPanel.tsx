import { useForm, useWatch } from 'react-hook-form';
import { useQuery } from '@tanstack/react-query';
import { kindsQuery, workItemsQuery } from '../activities/activity-queries.js';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { parseCount, parseDuration, parseQuantity } from '../frame/parse.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useSeen } from '../frame/useSeen.js';
import { CountField, DurationField, QuantityField } from '../frame/typedFields.js';
import { addIndicator, changeIndicator, useIndicatorsChanged } from './indicator-queries.js';
import type { Indicator } from './indicator-queries.js';
import { MEASURES, shownValue } from './words.js';

interface Values {
  code: string;
  label: string;
  unit: string;
  measure: Indicator['measure'];
  kinds: string[];
  workItemId: string;
  target: string;
  note: string;
}

interface PanelProps {
  projectId: string;
  /** The one to change; none: a new one. */
  indicator: Indicator | undefined;
  close: () => void;
}

const TARGETS = {
  count: CountField,
  sum_minutes: DurationField,
  sum_quantity: QuantityField,
  people: CountField,
  recipients: CountField,
};
const READ = {
  count: parseCount,
  sum_minutes: parseDuration,
  sum_quantity: parseQuantity,
  people: parseCount,
  recipients: parseCount,
};

/** Defines an indicator: what it adds up, over which activities, and how much is expected. */
export function IndicatorPanel({ projectId, indicator: now, close }: PanelProps) {
  const { row: indicator, values: start, standing } = useSeen(now, typed);
  const toast = useToast();
  const changed = useIndicatorsChanged(projectId);
  const { data: kinds = [] } = useQuery(kindsQuery);
  const { data: items = [] } = useQuery(workItemsQuery(projectId));
  const form = useForm<Values>({ defaultValues: start });
  const measure = useWatch({ control: form.control, name: 'measure' });
  const write = useWrite((values: Values, key) => {
    const body = read(values);
    return indicator
      ? changeIndicator(projectId, indicator, body, key)
      : addIndicator(projectId, body, key);
  });
  const save = async (values: Values) => {
    const saved = await write.mutateAsync(values);
    await changed();
    toast({ text: `Indicatore ${saved.code} salvato.` });
    close();
  };
  const Target = TARGETS[measure];
  return (
    <SidePanel
      title={indicator ? `Indicatore ${indicator.code}` : 'Nuovo indicatore'}
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={save}
        label="Indicatore"
        standing={standing}
        footer={<SubmitButton busy={form.formState.isSubmitting}>Salva</SubmitButton>}
      >
        <TextField
          name="code"
          label="Codice"
          help="per esempio A1.1"
          maxLength={30}
          required
          size="third"
        />
        <TextField
          name="unit"
          label="Unità"
          help="ore, pagine, laboratori…"
          maxLength={40}
          required
          size="third"
        />
        <TextField name="label" label="Indicatore" maxLength={200} required />
        <SelectField
          name="measure"
          label="Che cosa si conta"
          options={MEASURES}
          required
          size="half"
        />
        <Target name="target" label="Valore atteso" required size="half" />
        <ChoiceField
          name="kinds"
          label="Tipi di attività"
          help="Nessuno: contano tutti."
          choices={kinds.map(({ code, label }) => ({ value: code, label }))}
          many
        />
        <ChoiceField
          name="workItemId"
          label="Azione"
          help="Con tutto ciò che contiene; nessuna: conta l’intero progetto."
          choices={items.map(({ id, code, title }) => ({ value: id, label: title, hint: code }))}
        />
        <LongTextField name="note" label="Nota" />
      </Form>
    </SidePanel>
  );
}

const NEW: Values = {
  code: '',
  label: '',
  unit: '',
  measure: 'count',
  kinds: [],
  workItemId: '',
  target: '',
  note: '',
};

function typed(indicator: Indicator | undefined): Values {
  if (!indicator) return NEW;
  const { code, label, unit, measure, kinds, workItemId, target, note } = indicator;
  const words = shownValue(measure, target).replaceAll('.', '');
  return {
    code,
    label,
    unit,
    measure,
    kinds,
    workItemId: workItemId ?? '',
    target: words,
    note: note ?? '',
  };
}

function read({ target, workItemId, note, ...values }: Values) {
  return {
    ...values,
    target: Number(READ[values.measure](target) ?? 0),
    workItemId: workItemId || null,
    note: note.trim() || null,
  };
}
