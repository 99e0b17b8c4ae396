import { ChoiceField } from '../frame/ChoiceField.js';
import { hours } from '../frame/format.js';
import { parseCount, parseDuration } from '../frame/parse.js';
import { RowsField } from '../frame/RowsField.js';
import { useSeen } from '../frame/useSeen.js';
import { CountField, DurationField } from '../frame/typedFields.js';
import { useBodies, useTerritories } from '../frame/choices.js';
import { EditPanel } from '../frame/EditPanel.js';
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
  const changed = useContractsChanged(projectId);
  const choices = useReceivers();
  const read = line.unit === 'minutes' ? parseDuration : parseCount;
  const Amount = line.unit === 'minutes' ? DurationField : CountField;
  return (
    <EditPanel
      title="Assegna a enti e territori"
      lead={`${lineName(line)}: ${withUnit(line.unit, line.bought)} comprate.`}
      values={start}
      label="Assegnazioni"
      standing={standing}
      write={({ items }, key) =>
        allotLine(
          projectId,
          line,
          items.map(({ of, amount }) => ({ ...idOf(of), amount: read(amount) ?? 0 })),
          key,
        )
      }
      changed={changed}
      said="Assegnazioni salvate."
      close={close}
    >
      <RowsField
        name="items"
        legend="Assegnazioni"
        empty={{ of: '', amount: '' }}
        add="Aggiungi un ente o un territorio"
        row={(path) => (
          <>
            <ChoiceField name={`${path}.of`} label="Ente o territorio" choices={choices} required />
            <Amount name={`${path}.amount`} label="Quanto" required />
          </>
        )}
      />
    </EditPanel>
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
