import { EditPanel } from '../frame/EditPanel.js';
import { TextField } from '../frame/fields.js';
import { orNull } from '../frame/form-values.js';
import { useSeen } from '../frame/useSeen.js';
import { NOBODY, personOf } from '../people/person-writes.js';
import type { PersonValues } from '../people/person-writes.js';
import { PersonFields } from '../people/PersonFields.js';
import { checkPartial, parsePartial, typedPartial } from './partial-date.js';
import { useProjectsChanged } from './project-queries.js';
import { addTeamMember, changeTeamMember } from './sheet-writes.js';
import type { Project, TeamMember } from './words.js';

interface TeamPanelProps {
  project: Project;
  /** Null: somebody new. */
  member: TeamMember | null;
  close: () => void;
}

interface Values extends PersonValues {
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
  const { function: work, fromDay, toDay } = member ?? UNKNOWN;
  return {
    ...NOBODY,
    function: work ?? '',
    fromDay: typedPartial(fromDay),
    toDay: typedPartial(toDay),
  };
}

const UNKNOWN = { function: null, fromDay: null, toDay: null };

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
