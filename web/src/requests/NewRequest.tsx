import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { SelectField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { orNull } from '../frame/form-values.js';
import { KeyHint } from '../frame/PageHeader.js';
import { useProjectContext, useProjectsWith } from '../frame/project-context.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { addRequest, useRequestsChanged } from './request-queries.js';
import { AskedFields } from './RequestFields.js';
import { askedOf, EMPTY, FIELD_OF } from './request-values.js';
import type { RequestValues } from './request-values.js';

const LAST = 'capofila.request.project';

/** Written down while on the phone: who, which language, when, why; the rest can wait. */
export default function NewRequest({ close }: { close: () => void }) {
  const today = useToday();
  const toast = useToast();
  const changed = useRequestsChanged();
  const projects = useProjectsWith('request.edit');
  const { project } = useProjectContext();
  const chosen =
    project ?? projects.find(({ id }) => id === localStorage.getItem(LAST)) ?? projects[0];
  const form = useForm<RequestValues>({ defaultValues: { ...EMPTY, projectId: chosen?.id ?? '' } });
  const write = useWrite((values: RequestValues, key) => {
    const { organisationId, askedByEmail } = values;
    const body = { ...askedOf(values, today), organisationId, askedByEmail: orNull(askedByEmail) };
    return addRequest(values.projectId, body, key);
  });
  const save = async (values: RequestValues) => {
    const saved = await write.mutateAsync(values);
    localStorage.setItem(LAST, values.projectId);
    await changed();
    toast({ text: `Richiesta n. ${saved.number} registrata.` });
    close();
  };
  return (
    <SidePanel
      title="Nuova richiesta"
      lead="Al telefono bastano ente, referente, lingua, giorno e motivo."
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={save}
        fieldOf={FIELD_OF}
        label="Richiesta di mediazione"
        footer={
          <SubmitButton busy={form.formState.isSubmitting} hint={<KeyHint>Ctrl+Invio</KeyHint>}>
            Salva
          </SubmitButton>
        }
      >
        <AskedFields />
        {projects.length > 1 && (
          <SelectField
            name="projectId"
            label="Progetto"
            options={projects.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </Form>
    </SidePanel>
  );
}
