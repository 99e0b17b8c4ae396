import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { ChoiceField } from '../frame/ChoiceField.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { useSeen } from '../frame/useSeen.js';
import { EditPanel } from '../frame/EditPanel.js';
import type { Choice } from '../frame/ChoiceField.js';
import { organisationChoicesQuery } from '../organisations/organisation-queries.js';
import { addParticipation, changeParticipation, useProjectsChanged } from './project-queries.js';
import type { ParticipationChange } from './project-queries.js';
import { PARTICIPATION_WORDS, VAT_WORDS } from './words.js';
import type { Participation } from './words.js';

interface PanelProps {
  projectId: string;
  /** Null: a new one. */
  participation: Participation | null;
  close: () => void;
}

interface Values {
  organisationId: string;
  role: Participation['role'];
  category: string;
  viaNetworkId: string;
  cup: string;
  vatRegime: string;
  note: string;
}

const bodyOf = (values: Values): ParticipationChange & { role: Participation['role'] } => ({
  role: values.role,
  category: orNull(values.category),
  viaNetworkId: orNull(values.viaNetworkId),
  cup: orNull(values.cup),
  vatRegime: orNull(values.vatRegime) as Participation['vatRegime'],
  note: orNull(values.note),
});

const asOptions = (words: Record<string, string | [string, string]>) =>
  Object.entries(words).map(([value, word]) => ({
    value,
    label: typeof word === 'string' ? word : word[0],
  }));

/** A body's role in the project: new, or changed. */
export function ParticipationPanel({ projectId, participation: now, close }: PanelProps) {
  const { row: participation, values: start, standing } = useSeen(now, valuesOf);
  const { data: choices = [] } = useQuery(organisationChoicesQuery);
  const changed = useProjectsChanged();
  return (
    <EditPanel
      title={participation ? participation.organisationName : 'Aggiungi ente al partenariato'}
      values={start}
      label="Ruolo nel progetto"
      standing={standing}
      write={(values, key) =>
        participation
          ? changeParticipation(projectId, participation, bodyOf(values), key)
          : addParticipation(
              projectId,
              { ...bodyOf(values), organisationId: values.organisationId },
              key,
            )
      }
      changed={changed}
      said={({ organisationName }) => `${organisationName}: ruolo salvato.`}
      close={close}
    >
      {!participation && (
        <ChoiceField
          name="organisationId"
          label="Ente"
          required
          choices={choices}
          help="Se non c’è, aggiungilo prima dalla pagina Enti."
        />
      )}
      <SelectField name="role" label="Ruolo" options={asOptions(PARTICIPATION_WORDS)} />
      <TextField name="category" label="Categoria" help="Per esempio: enti locali, scuole." />
      <Via choices={choices} />
      <TextField name="cup" label="CUP proprio" size="half" />
      <SelectField
        name="vatRegime"
        label="IVA"
        size="half"
        none="non nota"
        options={asOptions(VAT_WORDS)}
      />
      <LongTextField name="note" label="Nota" />
    </EditPanel>
  );
}

const EMPTY: Values = {
  organisationId: '',
  role: 'partner',
  category: '',
  viaNetworkId: '',
  cup: '',
  vatRegime: '',
  note: '',
};

function valuesOf(participation: Participation | null): Values {
  if (!participation) return EMPTY;
  const { organisationId, role, category, viaNetworkId, cup, vatRegime, note } = participation;
  return typed({ organisationId, role, category, viaNetworkId, cup, vatRegime, note });
}

/** An adherent may come through a network. */
function Via({ choices }: { choices: Choice[] }) {
  const role = useWatch<Values, 'role'>({ name: 'role' });
  if (!role.endsWith('adherent')) return null;
  return <ChoiceField name="viaNetworkId" label="Attraverso quale rete" choices={choices} />;
}
