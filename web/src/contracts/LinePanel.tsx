import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useForm, useWatch } from 'react-hook-form';
import { kindsQuery } from '../activities/activity-queries.js';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { dayTyped, decimal, hours } from '../frame/format.js';
import { parseCount, parseDay, parseDuration, parseMoney } from '../frame/parse.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { useSeen } from '../frame/useSeen.js';
import { CountField, DayField, DurationField, MoneyField } from '../frame/typedFields.js';
import { useAttempt } from '../frame/useAttempt.js';
import { LANGUAGES } from '../frame/languages.js';
import { addLine, changeLine, removeLine, useContractsChanged } from './contract-queries.js';
import type { Contract, ContractLine, PackageRow } from './contract-queries.js';

interface Values {
  kind: string;
  language: string;
  unitRate: string;
  bought: string;
  minimum: string;
  step: string;
  validFrom: string;
  validTo: string;
}

/** A new line is valid as long as its contract, unless told. */
const newLine = ({ validFrom, validTo }: Contract): Values => ({
  kind: 'on_call_mediation',
  language: '',
  unitRate: '',
  bought: '',
  minimum: '',
  step: '',
  validFrom: dayTyped(validFrom),
  validTo: dayTyped(validTo),
});

interface LinePanelProps {
  contract: Contract;
  /** Null: a new one. */
  line: ContractLine | null;
  close: () => void;
}

/** So many hours, pages or pieces of one kind, and how they are billed. */
export function LinePanel({ contract, line: now, close }: LinePanelProps) {
  const seen = useSeen(now, (one) => (one ? valuesOf(one) : newLine(contract)));
  const line = seen.row;
  const today = useToday();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const toast = useToast();
  const changed = useContractsChanged(contract.projectId);
  const attempt = useAttempt(changed);
  const form = useForm<Values>({ defaultValues: seen.values });
  const kind = useWatch({ control: form.control, name: 'kind' });
  const unit = kinds.find(({ code }) => code === kind)?.unit ?? 'minutes';
  const write = useWrite((values: Values, key) => {
    const body = bodyOf(values, unit, today);
    return line ? changeLine(contract.projectId, line, body, key) : addLine(contract, body, key);
  });
  const save = async (values: Values) => {
    await write.mutateAsync(values);
    await changed();
    toast({ text: 'Riga salvata.' });
    close();
  };
  const remove = async (of: ContractLine) => {
    if (await attempt(removeLine(contract.projectId, of), 'Riga tolta.')) close();
  };
  return (
    <SidePanel title={line ? 'Modifica riga' : 'Nuova riga'} lead={contract.title} onClose={close}>
      <Form
        form={form}
        onSubmit={save}
        label="Riga di contratto"
        standing={seen.standing}
        footer={
          <>
            <SubmitButton busy={form.formState.isSubmitting}>Salva</SubmitButton>
            {line && (
              <Button type="button" color="danger" outline onClick={() => void remove(line)}>
                Togli la riga
              </Button>
            )}
          </>
        }
      >
        <SelectField
          name="kind"
          label="Tipo di attività"
          options={kinds.map(({ code, label }) => ({ value: code, label }))}
        />
        <ChoiceField
          name="language"
          label="Lingua"
          choices={LANGUAGES}
          help="Vuota: qualsiasi lingua"
        />
        <MoneyField
          name="unitRate"
          label={unit === 'minutes' ? 'Tariffa all’ora' : 'Tariffa unitaria'}
          help="Senza IVA"
        />
        {unit === 'minutes' ? <HoursFields /> : <CountFields />}
        <DayField name="validFrom" label="Vale dal" size="half" required />
        <DayField name="validTo" label="Vale al" size="half" required />
      </Form>
    </SidePanel>
  );
}

const HoursFields = () => (
  <>
    <DurationField name="bought" label="Ore comprate" required />
    <DurationField name="minimum" label="Minimo fatturato" size="half" help="Per esempio 1h" />
    <DurationField name="step" label="Scatto" size="half" help="Per esempio 30m" />
  </>
);

const CountFields = () => (
  <>
    <CountField name="bought" label="Quantità comprata" required />
    <CountField name="minimum" label="Minimo fatturato" size="half" />
    <CountField name="step" label="Scatto" size="half" />
  </>
);

function valuesOf(line: ContractLine): Values {
  const { kind, language, unitRate, bought, minimum, step, unit, validFrom, validTo } = line;
  const written = (value: number) =>
    unit === 'minutes' ? hours(value).replaceAll('.', '') : String(value);
  return {
    kind,
    language: language ?? '',
    unitRate: unitRate ? decimal(unitRate, 2) : '',
    bought: written(bought),
    minimum: minimum > 0 ? written(minimum) : '',
    step: step > 1 ? written(step) : '',
    validFrom: dayTyped(validFrom),
    validTo: dayTyped(validTo),
  };
}

function bodyOf(values: Values, unit: PackageRow['unit'], today: string) {
  const read = unit === 'minutes' ? parseDuration : parseCount;
  return {
    kind: values.kind,
    language: values.language || null,
    unitRate: parseMoney(values.unitRate),
    bought: read(values.bought) ?? 0,
    minimum: read(values.minimum) ?? 0,
    step: read(values.step) ?? 1,
    validFrom: parseDay(values.validFrom, today) ?? values.validFrom,
    validTo: parseDay(values.validTo, today) ?? values.validTo,
  };
}
