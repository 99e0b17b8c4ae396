import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api, dataOf, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { useWrite } from '../api/useWrite.js';
import { SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';

interface Values {
  name: string;
  scope: 'read' | 'write';
  days: string;
}

const SCOPES = [
  { value: 'read', label: 'solo leggere' },
  { value: 'write', label: 'leggere e scrivere' },
];
const LIVES = [
  { value: '30', label: 'un mese' },
  { value: '90', label: 'tre mesi' },
  { value: '365', label: 'un anno' },
];

export function TokenForm({ made }: { made: (token: Schemas['CreatedToken']) => void }) {
  const form = useForm<Values>({ defaultValues: { name: '', scope: 'read', days: '90' } });
  const client = useQueryClient();
  const write = useWrite(({ name, scope, days }: Values, key) =>
    dataOf(
      api.POST('/api/v1/me/tokens', {
        headers: keyHeader(key),
        body: { name, readOnly: scope === 'read', days: Number(days) },
      }),
    ),
  );
  const save = async (values: Values) => {
    made(await write.mutateAsync(values));
    await client.invalidateQueries({ queryKey: ['tokens'] });
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Nuova chiave"
      footer={<SubmitButton busy={form.formState.isSubmitting}>Crea la chiave</SubmitButton>}
    >
      <TextField name="name" label="A che cosa serve" required maxLength={80} />
      <SelectField name="scope" label="Può" size="half" options={SCOPES} />
      <SelectField name="days" label="Dura" size="half" options={LIVES} />
    </Form>
  );
}
