import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { useCoursesChanged } from '../courses/course-queries.js';
import { TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { parseDay } from '../frame/parse.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { DayField } from '../frame/typedFields.js';
import { dayTyped } from '../frame/format.js';
import { keepIdentity } from './identity-queries.js';
import type { Identity } from './identity-queries.js';

const NAMES = [
  'surname',
  'name',
  'birthDate',
  'taxCode',
  'contact',
  'guardian',
  'guardianContact',
] as const;
type Values = Record<(typeof NAMES)[number], string>;

interface FormProps {
  projectId: string;
  recipientId: string;
  /** Of the code, when the form was opened. */
  version: number;
  /** What was read just now, to be mended. */
  known: Identity | null;
  done: () => void;
}

function typed(known: Identity | null): Values {
  const values = Object.fromEntries(NAMES.map((name) => [name, known?.[name] ?? ''])) as Values;
  return { ...values, birthDate: dayTyped(values.birthDate) };
}

/** Writes who it is; what was there before is replaced. */
export function IdentityForm({ projectId, recipientId, version, known, done }: FormProps) {
  const toast = useToast();
  const today = useToday();
  const changed = useCoursesChanged(projectId);
  const form = useForm<Values>({ defaultValues: typed(known) });
  const write = useWrite((values: Values, key) => {
    const orNull = (name: (typeof NAMES)[number]) => values[name].trim() || null;
    const birthDate = values.birthDate.trim() ? parseDay(values.birthDate, today) : null;
    const more = { taxCode: orNull('taxCode'), contact: orNull('contact') };
    const guardians = { guardian: orNull('guardian'), guardianContact: orNull('guardianContact') };
    const { surname, name } = values;
    const body = { surname, name, birthDate, ...more, ...guardians };
    return keepIdentity(projectId, { recipientId, version }, body, key);
  });
  const save = async (values: Values) => {
    await write.mutateAsync(values);
    await changed();
    toast({ text: 'Identità conservata a parte.' });
    done();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Identità"
      footer={<SubmitButton busy={form.formState.isSubmitting}>Conserva l’identità</SubmitButton>}
    >
      <TextField name="surname" label="Cognome" maxLength={100} required size="half" />
      <TextField name="name" label="Nome" maxLength={100} required size="half" />
      <DayField name="birthDate" label="Nata o nato il" size="half" />
      <TextField name="taxCode" label="Codice fiscale" maxLength={16} size="half" />
      <TextField name="contact" label="Recapito" maxLength={200} />
      <TextField name="guardian" label="Chi ne ha la responsabilità" maxLength={200} size="half" />
      <TextField name="guardianContact" label="Suo recapito" maxLength={200} size="half" />
    </Form>
  );
}
