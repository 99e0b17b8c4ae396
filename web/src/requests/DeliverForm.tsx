import { Button } from 'design-react-kit';
import { useForm, useWatch } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { CheckField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { hours, dayTyped } from '../frame/format.js';
import { orNull } from '../frame/form-values.js';
import { parseDay, parseDuration, parseTime } from '../frame/parse.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { DayField, DurationField, TimeField } from '../frame/typedFields.js';
import { deliverRequest, useRequestsChanged } from './request-queries.js';
import type { Request } from './request-queries.js';

interface DeliverValues {
  day: string;
  startTime: string;
  minutes: string;
  wasted: boolean;
  overReason: string;
}

/** The hours as they were; what was planned is filled in. */
export function DeliverForm({ request, done }: { request: Request; done: () => void }) {
  const today = useToday();
  const toast = useToast();
  const changed = useRequestsChanged();
  const form = useForm<DeliverValues>({
    defaultValues: {
      day: dayTyped(request.activityDay ?? request.wantedDay),
      startTime: request.activityStart ?? request.wantedTime,
      minutes: hours(request.activityMinutes || request.minutes),
      wasted: request.wasted,
      overReason: '',
    },
  });
  const wasted = useWatch({ control: form.control, name: 'wasted' });
  const write = useWrite((values: DeliverValues, key) =>
    deliverRequest(request, bodyOf(values, today), key),
  );
  const save = async (values: DeliverValues) => {
    await write.mutateAsync(values);
    await changed();
    toast({ text: 'Ore registrate: ora l’ente può confermarle.' });
    done();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Ore svolte"
      footer={
        <>
          <SubmitButton busy={form.formState.isSubmitting}>Salva le ore</SubmitButton>
          <Button type="button" color="primary" outline onClick={done}>
            Torna indietro
          </Button>
        </>
      }
    >
      <DayField name="day" label="Giorno" size="third" required />
      {!wasted && <TimeField name="startTime" label="Dalle" size="third" required />}
      {!wasted && <DurationField name="minutes" label="Durata" size="third" required />}
      <CheckField
        name="wasted"
        label="Uscita a vuoto"
        help="Il mediatore è andato e non c’era nessuno: zero ore svolte, si paga il minimo"
      />
      <TextField
        name="overReason"
        label="Motivo, se si va oltre il pacchetto"
        help="Solo se le ore comprate non bastano"
      />
    </Form>
  );
}

function bodyOf(values: DeliverValues, today: string) {
  const day = parseDay(values.day, today) ?? values.day;
  const overReason = orNull(values.overReason);
  if (values.wasted) return { day, overReason, wasted: true };
  const minutes = parseDuration(values.minutes);
  return {
    day,
    overReason,
    startTime: parseTime(values.startTime),
    ...(minutes !== null && { minutes }),
  };
}
