import { useForm, useWatch } from 'react-hook-form';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useFormChoices } from '../activities/form-choices.js';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { useSeen } from '../frame/useSeen.js';
import { CountField, DurationField } from '../frame/typedFields.js';
import { usePeople, bodyChoice, organisationsQuery } from '../frame/choices.js';
import { addCourse, changeCourse, useCoursesChanged } from './course-queries.js';
import type { Course } from './course-queries.js';
import { newValues, readValues, typedValues } from './course-values.js';
import type { CourseValues } from './course-values.js';
import { COURSE_STATES } from './words.js';

interface PanelProps {
  projectId: string;
  /** The one to change; none: a new one. */
  course?: Course;
  close: () => void;
}

const STATES = Object.entries(COURSE_STATES).map(([value, { word }]) => ({ value, label: word }));

/** Opens a course, or changes it. */
export function CoursePanel({ projectId, course: now, close }: PanelProps) {
  const toast = useToast();
  const changed = useCoursesChanged(projectId);
  const { partners, workItems } = useFormChoices(projectId);
  const people = usePeople();
  const today = useToday();
  const seen = useSeen(now, (one) => (one ? typedValues(one) : newValues(today, partners.own)));
  const course = seen.row;
  const form = useForm<CourseValues>({ defaultValues: seen.values });
  const schoolId = useWatch({ control: form.control, name: 'schoolId' });
  const { schools, buildings } = useSchools(schoolId);
  const write = useWrite((values: CourseValues, key) => {
    const { participationId, state, ...body } = readValues(values);
    return course
      ? changeCourse(course, { ...body, state }, key)
      : addCourse(projectId, { ...body, participationId }, key);
  });
  const save = async (values: CourseValues) => {
    const saved = await write.mutateAsync(values);
    await changed();
    toast({ text: `Corso «${saved.title}» salvato.` });
    close();
  };
  return (
    <SidePanel title={course ? 'Cambia il corso' : 'Nuovo corso'} onClose={close}>
      <Form
        form={form}
        onSubmit={save}
        label="Corso"
        standing={seen.standing}
        fieldOf={{ plannedMinutes: 'planned', thresholdPercent: 'threshold' }}
        footer={<SubmitButton busy={form.formState.isSubmitting}>Salva il corso</SubmitButton>}
      >
        <TextField name="title" label="Titolo" maxLength={200} required autoFocus />
        <ChoiceField name="workItemId" label="Azione" choices={workItems} required />
        {!course && (
          <ChoiceField
            name="participationId"
            label="Ente che lo svolge"
            choices={partners.choices}
          />
        )}
        <ChoiceField name="schoolId" label="Scuola" choices={schools} />
        {buildings.length > 0 && (
          <ChoiceField name="buildingId" label="Plesso" choices={buildings} />
        )}
        <TextField
          name="schoolYear"
          label="Anno scolastico"
          help="per esempio 2019/20"
          maxLength={7}
          required
          size="third"
        />
        <TextField name="levelIn" label="Livello in entrata" maxLength={20} size="third" />
        <TextField name="levelOut" label="Livello in uscita" maxLength={20} size="third" />
        <DurationField name="planned" label="Ore previste" required size="third" />
        <CountField name="threshold" label="Soglia (%)" size="third" />
        <CountField name="seats" label="Posti" size="third" />
        <TextField name="classes" label="Classi" help="Separate da virgole: 1A, 2B." />
        <ChoiceField name="internal" label="Docenti della scuola" choices={people} many />
        <ChoiceField name="external" label="Docenti esterni" choices={people} many />
        {course && <SelectField name="state" label="Stato" options={STATES} />}
      </Form>
    </SidePanel>
  );
}

/** Schools first; the plessi are the bodies under the chosen one. */
function useSchools(schoolId: string) {
  const { data = [] } = useQuery(organisationsQuery);
  return useMemo(() => {
    const isSchool = ({ kind }: (typeof data)[number]) => kind === 'school';
    return {
      schools: data.toSorted((a, b) => Number(isSchool(b)) - Number(isSchool(a))).map(bodyChoice),
      buildings: schoolId
        ? data.filter(({ parentId }) => parentId === schoolId).map(bodyChoice)
        : [],
    };
  }, [data, schoolId]);
}
