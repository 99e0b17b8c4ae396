import { useWatch } from 'react-hook-form';
import { ChoiceField } from '../frame/ChoiceField.js';
import { CheckField, LongTextField, SelectField, TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { options } from '../frame/choices.js';
import { useSeen } from '../frame/useSeen.js';
import { EditPanel } from '../frame/EditPanel.js';
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
  const changed = useProjectsChanged();
  return (
    <EditPanel
      title="Modifica scheda"
      lead="Lascia vuoto quello che non si sa: resta «non noto»."
      wide
      values={start}
      label="Scheda del progetto"
      standing={standing}
      submit="Salva scheda"
      write={(values, key) => changeProject(project, bodyOf(values), key)}
      changed={changed}
      said="Scheda aggiornata."
      close={close}
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
      <Functions />
    </EditPanel>
  );
}

function Functions() {
  const known = useWatch<Values, 'functionsKnown'>({ name: 'functionsKnown' });
  if (!known) return null;
  return (
    <>
      <ChoiceField name="functions" label="Le nostre funzioni" many choices={options(FUNCTIONS)} />
      <LongTextField name="functionsNote" label="Nota sulle funzioni" rows={2} />
    </>
  );
}
