import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { hours } from '../frame/format.js';
import { parseCount, parseDuration } from '../frame/parse.js';
import { RowsField } from '../frame/RowsField.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useSeen } from '../frame/useSeen.js';
import { CountField, DurationField } from '../frame/typedFields.js';
import { useBodies, useTerritories } from '../frame/choices.js';
import { allotLine, useContractsChanged } from './contract-queries.js';
import type { ContractLine } from './contract-queries.js';
import { lineName, withUnit } from './words.js';

interface Values {
  /** `of` is 'organisation/id' or 'territory/id': one field chooses among both. */
  items: { of: string; amount: string }[];
}

interface AllotPanelProps {
  projectId: string;
  line: ContractLine;
  close: () => void;
}

/** Who may use how much of a line. */
export function AllotPanel({ projectId, line: now, close }: AllotPanelProps) {
  const { row: line, values: start, standing } = useSeen(now, valuesOf);
  const toast = useToast();
  const changed = useContractsChanged(projectId);
  const choices = useReceivers();
  const form = useForm<Values>({ defaultValues: start });
  const read = line.unit === 'minutes' ? parseDuration : parseCount;
  const write = useWrite(({ items }: Values, key) =>
    allotLine(
      projectId,
      line,
      items.map(({ of, amount }) => ({ ...idOf(of), amount: read(amount) ?? 0 })),
      key,
    ),
  );
  const save = async (values: Values) => {
    await write.mutateAsync(values);
    await changed();
    toast({ text: 'Assegnazioni salvate.' });
    close();
  };
  const Amount = line.unit === 'minutes' ? DurationField : CountField;
  return (
    <SidePanel
      title="Assegna a enti e territori"
      lead={`${lineName(line)}: ${withUnit(line.unit, line.bought)} comprate.`}
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={save}
        label="Assegnazioni"
        standing={standing}
        footer={<SubmitButton busy={form.formState.isSubmitting}>Salva</SubmitButton>}
      >
        <RowsField
          name="items"
          legend="Assegnazioni"
          empty={{ of: '', amount: '' }}
          add="Aggiungi un ente o un territorio"
          row={(path) => (
            <>
              <ChoiceField
                name={`${path}.of`}
                label="Ente o territorio"
                choices={choices}
                required
              />
              <Amount name={`${path}.amount`} label="Quanto" required />
            </>
          )}
        />
      </Form>
    </SidePanel>
  );
}

function useReceivers() {
  const bodies = useBodies();
  const territories = useTerritories();
  return [
    ...territories.map(({ value, label }) => ({
      value: `territory/${value}`,
      label,
      hint: 'territorio',
    })),
    ...bodies.map((one) => ({ ...one, value: `organisation/${one.value}` })),
  ];
}

const rowOf =
  ({ unit }: ContractLine) =>
  ({ organisationId, territoryId, amount }: ContractLine['allotments'][number]) => ({
    of: organisationId ? `organisation/${organisationId}` : `territory/${territoryId}`,
    amount: unit === 'minutes' ? hours(amount).replaceAll('.', '') : String(amount),
  });

const valuesOf = (line: ContractLine): Values => ({ items: line.allotments.map(rowOf(line)) });

function idOf(of: string): { organisationId?: string; territoryId?: string } {
  const [what, id = ''] = of.split('/');
  return what === 'territory' ? { territoryId: id } : { organisationId: id };
}
