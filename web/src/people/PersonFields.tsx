import { useWatch } from 'react-hook-form';
import { ChoiceField } from '../frame/ChoiceField.js';
import { TextField } from '../frame/fields.js';
import { useBodies, usePeople } from '../frame/choices.js';
import type { PersonValues } from './person-writes.js';

/** Somebody of the address book, or somebody new with the body for whom the person works. */
export function PersonFields() {
  const people = usePeople();
  const newName = useWatch<PersonValues, 'newName'>({ name: 'newName' });
  return (
    <>
      <ChoiceField name="personId" label="Persona" choices={people} required={!newName.trim()} />
      <TextField
        name="newName"
        label="Oppure una persona che non c’è ancora"
        help="Nome e cognome"
        maxLength={120}
        check={(_, { personId }) =>
          !personId || 'Scegli la persona o scrivine una nuova, non tutt’e due'
        }
      />
      {newName.trim() && <WorksFor />}
    </>
  );
}

/** A package of hours pays for whoever works for the body of its contract. */
export function WorksFor() {
  const bodies = useBodies();
  return (
    <ChoiceField
      name="organisationId"
      label="Ente"
      choices={bodies}
      help="Per chi lavora: i pacchetti di ore di una cooperativa pagano chi lavora per lei"
    />
  );
}
