import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { LongTextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { weekday } from '../frame/format.js';
import { parseDay } from '../frame/parse.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { DayField } from '../frame/typedFields.js';
import { usePeople } from '../frame/choices.js';
import { decide, useMeetingsChanged } from './meeting-queries.js';
import type { Meeting } from './meeting-queries.js';
import { TaskState } from './TasksPage.js';

/** What was decided, each with its task. */
export function Decisions({ meeting }: { meeting: Meeting }) {
  const { decisionList } = meeting;
  if (decisionList.length === 0) return null;
  return (
    <section>
      <h3>Decisioni</h3>
      <ol className="cf-meeting-decisions">
        {decisionList.map(({ id, text, task }) => (
          <li key={id}>
            {text}
            {task && (
              <small>
                {task.personName}, entro {weekday(task.dueDay, true)} <TaskState task={task} />
              </small>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface Decision {
  text: string;
  personId: string;
  dueDay: string;
}

const NOTHING: Decision = { text: '', personId: '', dueDay: '' };

/** One decision more; with a person and a day it becomes a task. */
export function Decide({ meeting }: { meeting: Meeting }) {
  const today = useToday();
  const toast = useToast();
  const changed = useMeetingsChanged();
  const people = usePeople();
  const form = useForm<Decision>({ defaultValues: NOTHING });
  const write = useWrite(({ text, personId, dueDay }: Decision, key) =>
    decide(
      meeting,
      { text, personId: personId || null, dueDay: dueDay.trim() ? parseDay(dueDay, today) : null },
      key,
    ),
  );
  const save = async (values: Decision) => {
    await write.mutateAsync(values);
    toast({ text: values.personId ? 'Decisione e compito registrati.' : 'Decisione registrata.' });
    form.reset(NOTHING);
    await changed();
  };
  return (
    <section>
      <h3>Nuova decisione</h3>
      <Form
        form={form}
        onSubmit={save}
        label="Nuova decisione"
        footer={<SubmitButton busy={write.isPending}>Registra la decisione</SubmitButton>}
      >
        <LongTextField
          name="text"
          label="Che cosa si è deciso"
          rows={2}
          required
          maxLength={2000}
        />
        <ChoiceField name="personId" label="Chi se ne occupa" choices={people} />
        <DayField
          name="dueDay"
          label="Entro quando"
          help="Con una persona e un giorno la decisione diventa un compito"
        />
      </Form>
    </section>
  );
}
