import { ChoiceField } from '../frame/ChoiceField.js';
import { useForm, useWatch } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { addSessions, useCoursesChanged } from '../courses/course-queries.js';
import type { Course } from '../courses/course-queries.js';
import { TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { plural, weekday } from '../frame/format.js';
import { addDays, parseCount, parseDay, parseTime } from '../frame/parse.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { CountField, DayField, TimeField } from '../frame/typedFields.js';
import { usePeople } from '../frame/choices.js';

interface Values {
  first: string;
  weeks: string;
  start: string;
  end: string;
  place: string;
  staffIds: string[];
}

const WEEK = 7;
const MOST = 60;

/** Puts sessions on the same day of several weeks; exceptions are taken out in the calendar. */
export function SessionsPanel({ course, close }: { course: Course; close: () => void }) {
  const toast = useToast();
  const today = useToday();
  const changed = useCoursesChanged(course.projectId);
  const people = usePeople();
  const teachers = course.teachers.map(({ personId }) => personId);
  const form = useForm<Values>({
    defaultValues: { first: '', weeks: '1', start: '', end: '', place: '', staffIds: teachers },
  });
  const [first, weeks] = useWatch({ control: form.control, name: ['first', 'weeks'] });
  const days = daysOf(parseDay(first, today), parseCount(weeks));
  const write = useWrite((values: Values, key) =>
    addSessions(
      course,
      {
        days: daysOf(parseDay(values.first, today), parseCount(values.weeks)),
        startTime: parseTime(values.start) ?? '',
        endTime: parseTime(values.end) ?? '',
        place: values.place.trim() || null,
        staffIds: values.staffIds,
      },
      key,
    ),
  );
  const save = async (values: Values) => {
    await write.mutateAsync(values);
    await changed();
    toast({ text: `${plural(days.length, 'incontro aggiunto', 'incontri aggiunti')}.` });
    close();
  };
  return (
    <SidePanel title="Aggiungi incontri" lead={course.title} onClose={close}>
      <Form
        form={form}
        onSubmit={save}
        label="Incontri"
        fieldOf={{ startTime: 'start', endTime: 'end', days: 'first', day: 'first' }}
        footer={<SubmitButton busy={form.formState.isSubmitting}>Aggiungi</SubmitButton>}
      >
        <DayField name="first" label="Primo giorno" required size="half" />
        <CountField name="weeks" label="Per quante settimane" required size="half" />
        <TimeField name="start" label="Inizio" required size="half" />
        <TimeField name="end" label="Fine" required size="half" />
        <ChoiceField name="staffIds" label="Chi li tiene" choices={people} many required />
        <TextField name="place" label="Luogo" maxLength={200} />
        {days.length > 1 && (
          <p className="cf-help">
            {plural(days.length, 'incontro', 'incontri')}, da {weekday(days[0] ?? '', true)} a{' '}
            {weekday(days.at(-1) ?? '', true)}
          </p>
        )}
      </Form>
    </SidePanel>
  );
}

const daysOf = (first: string | null, weeks: number | null): string[] =>
  first === null
    ? []
    : Array.from({ length: Math.min(MOST, weeks ?? 1) }, (_, at) => addDays(first, at * WEEK));
