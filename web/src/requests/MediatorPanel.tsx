import { useRef } from 'react';
import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField, TextField } from '../frame/fields.js';
import { orNull } from '../frame/form-values.js';
import { parseTime } from '../frame/parse.js';
import { RowsField } from '../frame/RowsField.js';
import { TimeField } from '../frame/typedFields.js';
import { LANGUAGES } from '../frame/languages.js';
import { EditPanel } from '../frame/EditPanel.js';
import { useSeen } from '../frame/useSeen.js';
import { changePerson, NOBODY, personOf } from '../people/person-writes.js';
import type { Person, PersonValues } from '../people/person-writes.js';
import { PersonFields, WorksFor } from '../people/PersonFields.js';
import { keepMediator, useRequestsChanged } from './request-queries.js';
import type { Mediator } from './request-queries.js';
import { WEEKDAYS } from './weekdays.js';

interface Values extends PersonValues {
  name: string;
  languages: string[];
  email: string;
  slots: { weekday: string; fromTime: string; toTime: string }[];
}

const DAYS = WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }));

interface MediatorPanelProps {
  /** Null: somebody who is not one yet. */
  mediator: Mediator | null;
  /** Who the mediator is, in the address book. */
  person: Person | null;
  close: () => void;
}

export function MediatorPanel({ mediator, person: now, close }: MediatorPanelProps) {
  const changed = useRequestsChanged();
  const made = useRef<string | null>(null);
  const { row: person, values, standing } = useSeen(now, (one) => valuesOf(mediator, one));
  return (
    <EditPanel
      title={mediator?.name ?? 'Nuovo mediatore'}
      label="Mediatore"
      write={async (typed, key) => {
        // Who was made before a refusal is kept, not made twice.
        const id = person?.id ?? made.current ?? (await personOf(typed, key));
        if (typed.newName) made.current = id;
        const kept = await keepMediator(id, bodyOf(typed), key);
        return person ? rename(person, typed, key) : kept;
      }}
      said={({ name }) => `${name}: salvato.`}
      {...{ values, standing, changed, close }}
    >
      {person ? <Known /> : <PersonFields />}
      <ChoiceField name="languages" label="Lingue" choices={LANGUAGES} many required />
      <TextField name="email" label="Posta" type="email" help="Per le assegnazioni" />
      <RowsField
        name="slots"
        legend="Di solito può"
        help="Vuoto: non si sa"
        empty={{ weekday: '1', fromTime: '9:00', toTime: '13:00' }}
        add="Aggiungi un orario"
        row={(path) => (
          <>
            <SelectField name={`${path}.weekday`} label="Giorno" size="third" options={DAYS} />
            <TimeField name={`${path}.fromTime`} label="Dalle" size="third" required />
            <TimeField name={`${path}.toTime`} label="Alle" size="third" required />
          </>
        )}
      />
    </EditPanel>
  );
}

const Known = () => (
  <>
    <TextField name="name" label="Nome e cognome" maxLength={120} required />
    <WorksFor />
  </>
);

const bodyOf = ({ languages, email, slots }: Values) => ({
  languages,
  email: orNull(email),
  slots: slots.map(({ weekday, fromTime, toTime }) => ({
    weekday: Number(weekday),
    fromTime: parseTime(fromTime) ?? fromTime,
    toTime: parseTime(toTime) ?? toTime,
  })),
});

/** Tells the address book only what changed. */
async function rename(person: Person, typed: Values, key: string): Promise<{ name: string }> {
  const change = { name: typed.name.trim(), organisationId: orNull(typed.organisationId) };
  const same = change.name === person.name && change.organisationId === person.organisationId;
  return same ? person : changePerson(person, change, key);
}

const whoIs = (person: Person | null) => ({
  name: person?.name ?? '',
  organisationId: person?.organisationId ?? '',
});

const valuesOf = (mediator: Mediator | null, person: Person | null): Values => ({
  ...NOBODY,
  ...whoIs(person),
  languages: mediator?.languages ?? [],
  email: mediator?.email ?? '',
  slots: (mediator?.slots ?? []).map((slot) => ({ ...slot, weekday: String(slot.weekday) })),
});
