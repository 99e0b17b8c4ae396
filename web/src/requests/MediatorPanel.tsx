import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField, TextField } from '../frame/fields.js';
import { orNull } from '../frame/form-values.js';
import { parseTime } from '../frame/parse.js';
import { RowsField } from '../frame/RowsField.js';
import { TimeField } from '../frame/typedFields.js';
import { LANGUAGES } from '../frame/languages.js';
import { usePeople } from '../frame/choices.js';
import { EditPanel } from '../frame/EditPanel.js';
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
  const changed = useRequestsChanged();
  const people = usePeople();
  return (
    <EditPanel
      title={mediator?.name ?? 'Nuovo mediatore'}
      values={valuesOf(mediator)}
      label="Mediatore"
      write={({ personId, languages, email, slots }, key) =>
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
        )
      }
      changed={changed}
      said={({ name }) => `${name}: salvato.`}
      close={close}
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
    </EditPanel>
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
