import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { useWrite } from '../api/useWrite.js';
import { TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { checkPartial, parsePartial } from './partial-date.js';
import { addProject, useProjectsChanged } from './project-queries.js';

interface Values {
  title: string;
  acronym: string;
  starts: string;
  ends: string;
}

/** As little as it takes to begin; the rest is written on the sheet. */
export function NewProject({ close }: { close: () => void }) {
  const form = useForm<Values>({ defaultValues: { title: '', acronym: '', starts: '', ends: '' } });
  const write = useWrite(addProject);
  const changed = useProjectsChanged();
  const toast = useToast();
  const navigate = useNavigate();
  const save = async ({ title, acronym, starts, ends }: Values) => {
    const project = await write.mutateAsync({
      title,
      acronym: acronym || null,
      starts: parsePartial(starts),
      ends: parsePartial(ends),
    });
    await changed();
    toast({ text: 'Progetto creato: completa la scheda.' });
    void navigate(`/progetti/${project.slug}`);
  };
  return (
    <SidePanel
      title="Nuovo progetto"
      lead="Basta il titolo; quello che non si sa ancora resta «non noto»."
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={save}
        label="Nuovo progetto"
        footer={<SubmitButton busy={form.formState.isSubmitting}>Crea progetto</SubmitButton>}
      >
        <TextField name="title" label="Titolo" required autoFocus maxLength={400} />
        <TextField name="acronym" label="Nome breve" help="Come lo chiamate ogni giorno." />
        <TextField
          name="starts"
          label="Inizio"
          size="half"
          help="2018, 5/2018 o 15/5/2018"
          check={checkPartial}
        />
        <TextField name="ends" label="Fine" size="half" help="Come sopra" check={checkPartial} />
      </Form>
    </SidePanel>
  );
}
