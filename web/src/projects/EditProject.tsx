import { useForm, useWatch } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { CheckField, LongTextField, SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { orNull, typed } from '../frame/form-values.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { options } from '../frame/choices.js';
import { useSeen } from '../frame/useSeen.js';
import { checkPartial, parsePartial, typedPartial } from './partial-date.js';
import { changeProject, useProjectsChanged } from './project-queries.js';
import type { ProjectChange } from './project-queries.js';
import { FUNCTIONS, STATES } from './words.js';
import type { Project } from './words.js';

interface Values {
  title: string;
  acronym: string;
  state: Project['state'];
  starts: string;
  ends: string;
  summary: string;
  aims: string;
  areas: string;
  cup: string;
  annuality: string;
  website: string;
  functionsKnown: boolean;
  functions: Project['functions'];
  functionsNote: string;
}

function valuesOf(project: Project): Values {
  const { title, acronym, state, summary, aims, cup, annuality, website } = project;
  const { functionsKnown, functions, functionsNote } = project;
  const words = { title, acronym, summary, aims, cup, annuality, website, functionsNote };
  return {
    ...typed(words),
    state,
    starts: typedPartial(project.starts),
    ends: typedPartial(project.ends),
    areas: project.areas.join('; '),
    functionsKnown,
    functions,
  };
}

const bodyOf = (values: Values): ProjectChange => ({
  title: values.title,
  acronym: orNull(values.acronym),
  state: values.state,
  starts: parsePartial(values.starts),
  ends: parsePartial(values.ends),
  summary: orNull(values.summary),
  aims: orNull(values.aims),
  areas: values.areas
    .split(';')
    .map((area) => area.trim())
    .filter(Boolean),
  cup: orNull(values.cup),
  annuality: orNull(values.annuality),
  website: orNull(values.website),
  functions: values.functionsKnown ? values.functions : null,
  functionsNote: orNull(values.functionsNote),
});

/** The sheet as a form; what is left empty becomes "non noto". */
interface EditProps {
  project: Project;
  close: () => void;
}

export function EditProject({ project: now, close }: EditProps) {
  const { row: project, values: start, standing } = useSeen(now, valuesOf);
  const form = useForm<Values>({ defaultValues: start });
  const write = useWrite((body: ProjectChange, key) => changeProject(project, body, key));
  const changed = useProjectsChanged();
  const toast = useToast();
  const known = useWatch({ control: form.control, name: 'functionsKnown' });
  const save = async (values: Values) => {
    await write.mutateAsync(bodyOf(values));
    await changed();
    toast({ text: 'Scheda aggiornata.' });
    close();
  };
  return (
    <SidePanel
      title="Modifica scheda"
      lead="Lascia vuoto quello che non si sa: resta «non noto»."
      onClose={close}
      wide
    >
      <Form
        form={form}
        onSubmit={save}
        label="Scheda del progetto"
        standing={standing}
        footer={<SubmitButton busy={form.formState.isSubmitting}>Salva scheda</SubmitButton>}
      >
        <TextField name="title" label="Titolo" required maxLength={400} />
        <TextField name="acronym" label="Nome breve" size="half" />
        <SelectField
          name="state"
          label="Stato"
          size="half"
          options={Object.entries(STATES).map(([value, { word }]) => ({ value, label: word }))}
        />
        <TextField
          name="starts"
          label="Inizio"
          size="half"
          help="2018, 5/2018 o 15/5/2018"
          check={checkPartial}
        />
        <TextField name="ends" label="Fine" size="half" help="Come sopra" check={checkPartial} />
        <LongTextField name="summary" label="Descrizione" rows={4} />
        <LongTextField name="aims" label="Finalità" rows={2} />
        <TextField name="areas" label="Ambiti tematici" help="Separati da punto e virgola" />
        <TextField name="cup" label="CUP" size="half" />
        <TextField name="annuality" label="Annualità" size="half" />
        <TextField name="website" label="Sito" type="url" placeholder="https://" />
        <CheckField name="functionsKnown" label="Si sa che cosa fa il nostro istituto" />
        {known && (
          <ChoiceField
            name="functions"
            label="Le nostre funzioni"
            many
            choices={options(FUNCTIONS)}
          />
        )}
        {known && <LongTextField name="functionsNote" label="Nota sulle funzioni" rows={2} />}
      </Form>
    </SidePanel>
  );
}
