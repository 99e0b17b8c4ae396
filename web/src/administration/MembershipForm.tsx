import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useForm, useWatch } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { ROLE_WORDS } from '../access/role-words.js';
import type { Role } from '../access/role-words.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { useToast } from '../frame/toast.js';
import { options } from '../frame/choices.js';
import { addMembership, projectNamesQuery, useUsersChanged } from './user-queries.js';

interface Values {
  projectId: string;
  role: Role | '';
  participationId: string;
}

const ROLES = options(ROLE_WORDS);

export function MembershipForm({ userId, done }: { userId: string; done: () => void }) {
  const form = useForm<Values>({ defaultValues: { projectId: '', role: '', participationId: '' } });
  const { data: projects = [] } = useQuery(projectNamesQuery);
  const changed = useUsersChanged();
  const toast = useToast();
  const [projectId, role] = useWatch({ control: form.control, name: ['projectId', 'role'] });
  const participations = projects.find(({ id }) => id === projectId)?.participations ?? [];
  const write = useWrite((values: Values, key) =>
    addMembership(
      userId,
      {
        projectId: values.projectId,
        role: values.role as Role,
        participationId: values.role === 'partner' ? values.participationId : null,
      },
      key,
    ),
  );
  const save = async (values: Values) => {
    await write.mutateAsync(values);
    await changed();
    toast({ text: 'Ruolo aggiunto.' });
    done();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Nuovo ruolo"
      footer={
        <>
          <SubmitButton busy={form.formState.isSubmitting}>Aggiungi</SubmitButton>
          <Button type="button" color="link" onClick={done}>
            Lascia perdere
          </Button>
        </>
      }
    >
      <SelectField
        name="projectId"
        label="Progetto"
        required
        none="Scegli il progetto"
        options={projects.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField name="role" label="Ruolo" required none="Scegli il ruolo" options={ROLES} />
      {role === 'partner' && (
        <ChoiceField
          name="participationId"
          label="Partner"
          required
          help="Vedrà soltanto le righe di questo partner."
          choices={participations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Form>
  );
}
