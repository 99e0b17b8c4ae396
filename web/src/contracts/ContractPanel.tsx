import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField, TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { parseDay } from '../frame/parse.js';
import { useToday } from '../frame/today.js';
import { useSeen } from '../frame/useSeen.js';
import { DayField } from '../frame/typedFields.js';
import { dayTyped } from '../frame/format.js';
import { options, usePeople, useBodies } from '../frame/choices.js';
import { EditPanel } from '../frame/EditPanel.js';
import { addContract, changeContract, useContractsChanged } from './contract-queries.js';
import type { Contract } from './contract-queries.js';
import { CONTRACT_STATES } from './words.js';

interface Values {
  title: string;
  organisationId: string;
  personId: string;
  reference: string;
  signedOn: string;
  validFrom: string;
  validTo: string;
  state: Contract['state'];
}

const EMPTY: Values = {
  title: '',
  organisationId: '',
  personId: '',
  reference: '',
  signedOn: '',
  validFrom: '',
  validTo: '',
  state: 'active',
};
const STATES = options(CONTRACT_STATES);

interface ContractPanelProps {
  projectId: string;
  /** Null: a new one. */
  contract: Contract | null;
  close: () => void;
}

export function ContractPanel({ projectId, contract: now, close }: ContractPanelProps) {
  const seen = useSeen(now, (one) => (one ? valuesOf(one) : EMPTY));
  const contract = seen.row;
  const today = useToday();
  const changed = useContractsChanged(projectId);
  const bodies = useBodies();
  const people = usePeople();
  return (
    <EditPanel
      title={contract ? 'Modifica contratto' : 'Nuovo contratto'}
      lead="Con una cooperativa, con un mediatore, o con un mediatore di una cooperativa."
      values={seen.values}
      label="Contratto"
      standing={seen.standing}
      write={(values, key) => {
        const body = bodyOf(values, today);
        return contract ? changeContract(contract, body, key) : addContract(projectId, body, key);
      }}
      changed={changed}
      said={({ title }) => `${title}: salvato.`}
      close={close}
    >
      <TextField name="title" label="Oggetto" required autoFocus />
      <ChoiceField name="organisationId" label="Ente" choices={bodies} />
      <ChoiceField name="personId" label="Persona" choices={people} />
      <TextField name="reference" label="Atto o CIG" help="Per esempio: determina 12/2019" />
      <DayField name="signedOn" label="Firmato il" size="third" />
      <DayField name="validFrom" label="Vale dal" size="third" required />
      <DayField name="validTo" label="Vale al" size="third" required />
      <SelectField name="state" label="Stato" options={STATES} />
    </EditPanel>
  );
}

function valuesOf(contract: Contract): Values {
  const { title, organisationId, personId, reference, signedOn, validFrom, validTo, state } =
    contract;
  return {
    ...typed({ title, organisationId, personId, reference, state }),
    signedOn: dayTyped(signedOn),
    validFrom: dayTyped(validFrom),
    validTo: dayTyped(validTo),
  };
}

const bodyOf = (values: Values, today: string) => ({
  title: values.title.trim(),
  organisationId: orNull(values.organisationId),
  personId: orNull(values.personId),
  reference: orNull(values.reference),
  signedOn: parseDay(values.signedOn, today),
  validFrom: parseDay(values.validFrom, today) ?? values.validFrom,
  validTo: parseDay(values.validTo, today) ?? values.validTo,
  state: values.state,
});
