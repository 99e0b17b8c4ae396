import { ChoiceField } from '../frame/ChoiceField.js';
import { EditPanel } from '../frame/EditPanel.js';
import { TextField } from '../frame/fields.js';
import { orNull } from '../frame/form-values.js';
import { usePeople } from '../frame/choices.js';
import { useSeen } from '../frame/useSeen.js';
import { checkPartial, parsePartial, typedPartial } from './partial-date.js';
import { useProjectsChanged } from './project-queries.js';
import { addPerson, addTeamMember, changeTeamMember } from './sheet-writes.js';
import type { Project, TeamMember } from './words.js';

interface TeamPanelProps {
  project: Project;
  /** Null: somebody new. */
  member: TeamMember | null;
  close: () => void;
}

interface Values {
  personId: string;
  newName: string;
  function: string;
  fromDay: string;
  toDay: string;
}

const bodyOf = (values: Values) => ({
  function: orNull(values.function),
  fromDay: parsePartial(values.fromDay),
  toDay: parsePartial(values.toDay),
});

function valuesOf(member: TeamMember | null): Values {
  const { personId, function: work, fromDay, toDay } = member ?? NOBODY;
  return {
    personId,
    newName: '',
    function: work ?? '',
    fromDay: typedPartial(fromDay),
    toDay: typedPartial(toDay),
  };
}

const NOBODY = { personId: '', function: null, fromDay: null, toDay: null };

/** The person that was chosen, or the new one that was named. */
const personOf = async ({ personId, newName }: Values, key: string): Promise<string> =>
  newName.trim() ? (await addPerson(newName.trim(), `${key}-person`)).id : personId;

export function TeamPanel({ project, member: now, close }: TeamPanelProps) {
  const changed = useProjectsChanged();
  const { row: member, values, standing } = useSeen(now, valuesOf);
  return (
    <EditPanel
      title={member ? member.name : 'Aggiungi al gruppo di lavoro'}
      lead="Far parte del gruppo non dà accesso al programma."
      said={member ? 'Gruppo di lavoro aggiornato.' : 'Aggiunta al gruppo di lavoro.'}
      write={async (typed, key) =>
        member
          ? changeTeamMember(project.id, member, bodyOf(typed), key)
          : addTeamMember(
              project.id,
              { personId: await personOf(typed, key), ...bodyOf(typed) },
              key,
            )
      }
      {...{ values, standing, changed, close }}
    >
      {!member && <PersonFields />}
      <TextField name="function" label="Funzione" help="Per esempio: Responsabile di progetto" />
      <TextField
        name="fromDay"
        label="Dal"
        size="half"
        help="2018, 5/2018 o 15/5/2018"
        check={checkPartial}
      />
      <TextField
        name="toDay"
        label="Al"
        size="half"
        help="Quando ha lasciato il gruppo"
        check={checkPartial}
      />
    </EditPanel>
  );
}

function PersonFields() {
  const people = usePeople();
  return (
    <>
      <ChoiceField name="personId" label="Persona" choices={people} />
      <TextField
        name="newName"
        label="Oppure una persona che non c’è ancora"
        help="Nome e cognome"
        maxLength={120}
        check={(_, { personId }) =>
          !personId || 'Scegli la persona o scrivine una nuova, non tutt’e due'
        }
      />
    </>
  );
}
