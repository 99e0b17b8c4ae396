import { Button } from 'design-react-kit';
import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { orNull } from '../frame/form-values.js';
import { useToast } from '../frame/toast.js';
import { closeRequest, useRequestsChanged } from './request-queries.js';
import type { Closing, Request } from './request-queries.js';
import { CLOSINGS } from './words.js';

const REASONS: Record<'refused' | 'unmet', Closing[]> = {
  refused: ['withdrawn', 'out_of_scope', 'incomplete', 'duplicate', 'other'],
  unmet: ['no_availability', 'no_mediator', 'no_hours', 'too_late', 'other'],
};

interface CloseFormProps {
  request: Request;
  state: 'refused' | 'unmet';
  done: () => void;
}

/** Why a request goes no further: the reasons are counted. */
export function CloseForm({ request, state, done }: CloseFormProps) {
  const toast = useToast();
  const changed = useRequestsChanged();
  const form = useForm({ defaultValues: { closing: REASONS[state][0] ?? 'other', note: '' } });
  const write = useWrite(({ closing, note }: { closing: Closing; note: string }, key) =>
    closeRequest(request, { state, closing, note: orNull(note) }, key),
  );
  const save = async (values: { closing: Closing; note: string }) => {
    await write.mutateAsync(values);
    await changed();
    toast({ text: 'Richiesta chiusa: il motivo resta contato.' });
    done();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Chiusura della richiesta"
      footer={
        <>
          <SubmitButton busy={form.formState.isSubmitting}>Chiudi la richiesta</SubmitButton>
          <Button type="button" color="primary" outline onClick={done}>
            Torna indietro
          </Button>
        </>
      }
    >
      <SelectField
        name="closing"
        label="Motivo"
        options={REASONS[state].map((value) => ({ value, label: CLOSINGS[value] }))}
      />
      <TextField name="note" label="Nota" maxLength={500} />
    </Form>
  );
}
