import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { orNull } from '../frame/form-values.js';
import { parseTime } from '../frame/parse.js';
import { RowsField } from '../frame/RowsField.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { TimeField } from '../frame/typedFields.js';
import { LANGUAGES } from '../frame/languages.js';
import { usePeople } from '../frame/choices.js';
import { keepMediator, useRequestsChanged } from './request-queries.js';
import type { Mediator } from './request-queries.js';
import { WEEKDAYS } from './weekdays.js';

interface Values {
  personId: string;
  languages: string[];
  email: string;
  slots: { weekday: string; fromTime: string; toTime: string }[];
}

const DAYS = WEEKDAYS.map((label, index) => ({ value: String(index + 1), label }));

interface MediatorPanelProps {
  /** Null: somebody who is not one yet. */
  mediator: Mediator | null;
  close: () => void;
}

export function MediatorPanel({ mediator, close }: MediatorPanelProps) {
  const toast = useToast();
  const changed = useRequestsChanged();
  const people = usePeople();
  const form = useForm<Values>({ defaultValues: valuesOf(mediator) });
  const write = useWrite(({ personId, languages, email, slots }: Values, key) =>
    keepMediator(
      personId,
      {
        languages,
        email: orNull(email),
        slots: slots.map(({ weekday, fromTime, toTime }) => ({
          weekday: Number(weekday),
          fromTime: parseTime(fromTime) ?? fromTime,
          toTime: parseTime(toTime) ?? toTime,
        })),
      },
      key,
    ),
  );
  const save = async (values: Values) => {
    const saved = await write.mutateAsync(values);
    await changed();
    toast({ text: `${saved.name}: salvato.` });
    close();
  };
  return (
    <SidePanel title={mediator?.name ?? 'Nuovo mediatore'} onClose={close}>
      <Form
        form={form}
        onSubmit={save}
        label="Mediatore"
        footer={<SubmitButton busy={form.formState.isSubmitting}>Salva</SubmitButton>}
      >
        {!mediator && <ChoiceField name="personId" label="Persona" choices={people} required />}
        <ChoiceField name="languages" label="Lingue" choices={LANGUAGES} many required />
        <TextField name="email" label="Posta" type="email" help="Per le assegnazioni" />
        <RowsField
          name="slots"
          legend="Di solito può"
          help="Vuoto: non si sa"
          empty={{ weekday: '1', fromTime: '9:00', toTime: '13:00' }}
          add="Aggiungi un orario"
          row={(path) => (
            <>
              <SelectField name={`${path}.weekday`} label="Giorno" size="third" options={DAYS} />
              <TimeField name={`${path}.fromTime`} label="Dalle" size="third" required />
              <TimeField name={`${path}.toTime`} label="Alle" size="third" required />
            </>
          )}
        />
      </Form>
    </SidePanel>
  );
}

const valuesOf = (mediator: Mediator | null): Values => ({
  personId: mediator?.personId ?? '',
  languages: mediator?.languages ?? [],
  email: mediator?.email ?? '',
  slots: (mediator?.slots ?? []).map(({ weekday, fromTime, toTime }) => ({
    weekday: String(weekday),
    fromTime,
    toTime,
  })),
});
