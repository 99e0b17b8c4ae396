import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { orNull, typed } from '../frame/form-values.js';
import { dayTyped, hours } from '../frame/format.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { useSeen } from '../frame/useSeen.js';
import { changeRequest, useRequestsChanged } from './request-queries.js';
import type { Request } from './request-queries.js';
import { AskedFields } from './RequestFields.js';
import { askedOf, EMPTY, FIELD_OF } from './request-values.js';
import type { RequestValues } from './request-values.js';

/** What was misheard on the phone, or mistyped by the body: as long as nobody was sent. */
export function CorrectForm({ request: now, done }: { request: Request; done: () => void }) {
  const { row: request, values: start, standing } = useSeen(now, valuesOf);
  const today = useToday();
  const toast = useToast();
  const changed = useRequestsChanged();
  const form = useForm<RequestValues>({ defaultValues: start });
  const write = useWrite((values: RequestValues, key) => {
    const { organisationId, askedByEmail } = values;
    const body = { ...askedOf(values, today), organisationId, askedByEmail: orNull(askedByEmail) };
    return changeRequest(request, body, key);
  });
  const save = async (values: RequestValues) => {
    await write.mutateAsync(values);
    await changed();
    toast({ text: 'Richiesta corretta.' });
    done();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      fieldOf={FIELD_OF}
      label="Correggi la richiesta"
      standing={standing}
      footer={<SubmitButton busy={form.formState.isSubmitting}>Salva</SubmitButton>}
    >
      <AskedFields />
    </Form>
  );
}

function valuesOf(request: Request): RequestValues {
  const { projectId, organisationId, askedBy, askedByEmail, askedByPhone, meets, reason } = request;
  const { language, citizenship, territoryId, wantedDay, wantedTime, minutes, mode, place } =
    request;
  return {
    ...EMPTY,
    ...typed({ projectId, organisationId, askedBy, askedByEmail, askedByPhone, meets, reason }),
    ...typed({ language, citizenship, territoryId, wantedTime, place }),
    wantedDay: dayTyped(wantedDay),
    duration: hours(minutes),
    mode,
  };
}
