import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useMe } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { instant } from '../frame/format.js';
import { useConfirm } from '../frame/confirm.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useAttempt } from '../frame/useAttempt.js';
import { Secret } from '../frame/Secret.js';
import { usePeople, useBodies } from '../frame/choices.js';
import { addAddress, addressesQuery, revokeAddress } from './calendar-queries.js';

interface Values {
  of: 'projectId' | 'personId' | 'organisationId';
  projectId: string;
  personId: string;
  organisationId: string;
  name: string;
}

/** Secret addresses for the calendar programs of phones and desks: made, shown once, revoked. */
export function AddressesPanel({ close }: { close: () => void }) {
  const [made, setMade] = useState<string | null>(null);
  return (
    <SidePanel
      title="Il calendario nel tuo programma"
      lead="Outlook, Google e i telefoni leggono da un indirizzo segreto: i cambiamenti arrivano da soli."
      onClose={close}
    >
      <div className="cf-stack">
        {made && (
          <Secret
            label="Indirizzo del calendario"
            value={made}
            note="Copialo adesso: si vede soltanto questa volta. Chi lo ha legge il calendario; se finisce in mani sbagliate, revocalo qui sotto."
          />
        )}
        <NewAddress made={setMade} />
        <Mine />
      </div>
    </SidePanel>
  );
}

function NewAddress({ made }: { made: (address: string | null) => void }) {
  const client = useQueryClient();
  const form = useForm<Values>({
    defaultValues: { of: 'projectId', projectId: '', personId: '', organisationId: '', name: '' },
  });
  const write = useWrite((values: Values, key) =>
    addAddress({ name: values.name, [values.of]: values[values.of] }, key),
  );
  const save = async (values: Values) => {
    const { address } = await write.mutateAsync(values);
    made(address);
    await client.invalidateQueries(addressesQuery);
    form.reset();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Nuovo indirizzo"
      footer={<SubmitButton busy={write.isPending}>Crea l’indirizzo</SubmitButton>}
    >
      <SelectField name="of" label="Calendario di" options={OF} />
      <Whose />
      <TextField
        name="name"
        label="Dove lo userai"
        help="Per riconoscerlo: telefono, Outlook dell’ufficio"
        required
        maxLength={100}
      />
    </Form>
  );
}

const OF = [
  { value: 'projectId', label: 'un progetto' },
  { value: 'personId', label: 'una persona' },
  { value: 'organisationId', label: 'un ente' },
];

function Whose() {
  const of = useWatch<Values, 'of'>({ name: 'of' });
  const { projects } = useMe();
  const people = usePeople();
  const bodies = useBodies();
  const choices = projects.map(({ id, title }) => ({ value: id, label: title }));
  if (of === 'personId')
    return <ChoiceField name="personId" label="Persona" required choices={people} />;
  if (of === 'organisationId')
    return <ChoiceField name="organisationId" label="Ente" required choices={bodies} />;
  return <ChoiceField name="projectId" label="Progetto" required choices={choices} />;
}

function Mine() {
  const { data = [] } = useQuery(addressesQuery);
  const client = useQueryClient();
  const ask = useConfirm();
  const attempt = useAttempt(() => client.invalidateQueries(addressesQuery));
  const revoke = async (id: string, name: string) => {
    const sure = await ask({
      title: `Revocare «${name}»?`,
      text: 'Chi usa questo indirizzo non riceve più nulla. Non si torna indietro: se serve, se ne crea un altro.',
      action: 'Revoca',
      danger: true,
    });
    if (sure === null) return;
    await attempt(revokeAddress(id), 'Indirizzo revocato.');
  };
  if (data.length === 0) return null;
  return (
    <ul className="cf-cal-addresses" aria-label="I tuoi indirizzi">
      {data.map(({ id, name, of, lastReadAt }) => (
        <li key={id}>
          <div>
            <strong>{name}</strong>
            <span>{of}</span>
            <small>{lastReadAt ? `letto il ${instant(lastReadAt)}` : 'mai letto'}</small>
          </div>
          <Button
            type="button"
            color="danger"
            outline
            size="sm"
            onClick={() => void revoke(id, name)}
          >
            Revoca
          </Button>
        </li>
      ))}
    </ul>
  );
}
