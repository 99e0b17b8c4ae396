import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { parseDay } from '../frame/parse.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { DayField } from '../frame/typedFields.js';
import { addRecipient, everyRecipientQuery } from '../recipients/recipient-queries.js';
import { RecipientFields } from '../recipients/RecipientFields.js';
import { NEW_RECIPIENT, readRecipient } from '../recipients/recipient-values.js';
import type { RecipientValues } from '../recipients/recipient-values.js';
import { citizenshipName } from '../recipients/words.js';
import { enrol, enrolmentsQuery, useCoursesChanged } from './course-queries.js';
import type { Course } from './course-queries.js';

interface Joins {
  recipientId: string;
  status: 'regular' | 'listener';
  fromDay: string;
}

type Values = RecipientValues & Joins;

const EMPTY: Values = { ...NEW_RECIPIENT, recipientId: '', status: 'regular', fromDay: 'oggi' };

/** Enrols somebody who is in charge already, or gives a new person a code first. */
export function EnrolPanel({ course, close }: { course: Course; close: () => void }) {
  const { projectId } = course;
  const toast = useToast();
  const today = useToday();
  const changed = useCoursesChanged(projectId);
  const [made, setMade] = useState<string | null>(null);
  const form = useForm<Values>({ defaultValues: EMPTY });
  const known = useKnown(course);
  const recipientId = useWatch({ control: form.control, name: 'recipientId' });
  const create = useWrite((values: Values, key) =>
    addRecipient(
      projectId,
      { ...readRecipient(values, today), participationId: course.participationId },
      key,
    ),
  );
  const join = useWrite((body: Joins, key) => enrol(course, body, key));
  const save = async (values: Values) => {
    // A code that was given before the enrolment was refused is used again, not given twice.
    const id = values.recipientId || made || (await create.mutateAsync(values)).id;
    setMade(values.recipientId ? null : id);
    const fromDay = parseDay(values.fromDay, today) ?? values.fromDay;
    const saved = await join.mutateAsync({ recipientId: id, status: values.status, fromDay });
    setMade(null);
    await changed();
    toast({ text: `${saved.code} iscritto.` });
    form.reset(EMPTY);
  };
  return (
    <SidePanel
      title="Iscrivi una persona"
      lead="Con il codice che ha già, oppure con uno nuovo: qui non si scrivono nomi."
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={save}
        label="Iscrizione"
        footer={<SubmitButton busy={form.formState.isSubmitting}>Iscrivi</SubmitButton>}
      >
        <ChoiceField
          name="recipientId"
          label="Ha già un codice"
          help="Lascia vuoto per una persona nuova."
          choices={known}
        />
        <SelectField
          name="status"
          label="Si iscrive come"
          size="half"
          options={[
            { value: 'regular', label: 'effettivo' },
            { value: 'listener', label: 'uditore' },
          ]}
        />
        <DayField name="fromDay" label="Iscritto dal" size="half" required />
        {!recipientId && <RecipientFields />}
      </Form>
    </SidePanel>
  );
}

function useKnown({ projectId, id }: Course) {
  const { data: all = [] } = useQuery(everyRecipientQuery(projectId));
  const { data: enrolled = [] } = useQuery(enrolmentsQuery(projectId, id));
  const inside = new Set(enrolled.map(({ recipientId }) => recipientId));
  return all
    .filter((one) => !inside.has(one.id) && one.mergedInto === null)
    .map((one) => ({
      value: one.id,
      label: [one.code, one.initials].filter(Boolean).join(' · '),
      hint: [one.birthYear, citizenshipName(one.citizenship)].filter(Boolean).join(' · '),
    }));
}
