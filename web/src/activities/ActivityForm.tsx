import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import { useForm, useFormContext, useWatch } from 'react-hook-form';
import { ChoiceField } from '../frame/ChoiceField.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { hours } from '../frame/format.js';
import { KeyHint } from '../frame/PageHeader.js';
import {
  CountField,
  DayField,
  DurationField,
  QuantityField,
  TimeField,
} from '../frame/typedFields.js';
import { useProjectsWith } from '../frame/project-context.js';
import { usePeople, useBodies } from '../frame/choices.js';
import type { Standing } from '../frame/useSeen.js';
import { useFormChoices } from './form-choices.js';
import { FilePick } from './FilePick.js';
import { PackageFields } from './PackageFields.js';
import { SharesField } from './SharesField.js';
import { kindsQuery } from './activity-queries.js';
import { minutesOfTimes } from './activity-values.js';
import type { ActivityValues } from './activity-values.js';

export interface Submitted {
  values: ActivityValues;
  file: File | null;
  /** Keep the form open for the next one. */
  again: boolean;
}

interface ActivityFormProps {
  start: ActivityValues;
  /** Of an activity that others changed meanwhile. */
  standing?: Standing<ActivityValues>;
  /** Where the values come from: said above the form, with a way to empty them. */
  notice?: string;
  onForget?: () => void;
  /** Told of every change, to keep a draft. */
  onChange?: (values: ActivityValues) => void;
  /** An edit cannot move the activity to another project. */
  editing?: boolean;
  reasonWanted?: boolean;
  save: (submitted: Submitted) => Promise<void>;
}

const FIELD_OF = { minutes: 'duration', shares: 'startTime' } as const;

/** Keyboard first: day and hours, then what rarely changes. Enter saves, Ctrl+Enter also from a long text. */
export function ActivityForm(props: ActivityFormProps) {
  const { start, notice, onForget, onChange, editing, save } = props;
  const form = useForm<ActivityValues>({ defaultValues: start });
  const [file, setFile] = useState<File | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const focusDay = () => {
    const day = box.current?.querySelector<HTMLInputElement>('[data-field=day]');
    day?.focus();
    day?.select();
  };
  useEffect(focusDay, []);
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true, isDirty: true },
        callback: ({ values, isDirty }) => isDirty && onChange?.(values),
      }),
    [form, onChange],
  );

  const submit = async (values: ActivityValues, event?: { nativeEvent: unknown }) => {
    const { submitter } = (event?.nativeEvent ?? {}) as { submitter?: HTMLButtonElement };
    const again = submitter?.value === 'again';
    await save({ values, file, again });
    setFile(null);
    if (again) focusDay();
  };
  return (
    <div ref={box}>
      <Form
        form={form}
        onSubmit={submit}
        fieldOf={FIELD_OF}
        label="Attività"
        standing={props.standing}
        drafted={onChange !== undefined}
        footer={
          <>
            <SubmitButton busy={form.formState.isSubmitting} hint={<KeyHint>Invio</KeyHint>}>
              Salva
            </SubmitButton>
            {!editing && (
              <Button type="submit" value="again" color="primary" outline>
                Salva e duplica
              </Button>
            )}
          </>
        }
      >
        {notice && (
          <p className="cf-remembered">
            {notice}
            <Button type="button" color="link" size="sm" onClick={onForget}>
              Svuota
            </Button>
          </p>
        )}
        <When />
        <What editing={editing} />
        <Who heads />
        <PackageFields />
        {!editing && <SharesField />}
        <LongTextField name="note" label="Nota" rows={3} maxLength={4000} />
        <FilePick file={file} set={setFile} />
      </Form>
    </div>
  );
}

function When() {
  const [startTime = '', endTime = '', duration = ''] = useWatch({
    name: ['startTime', 'endTime', 'duration'],
  }) as string[];
  const minutes = minutesOfTimes(startTime, endTime);
  const computed =
    minutes !== null && duration.trim() === '' ? `${hours(minutes)} ore dagli orari` : undefined;
  return (
    <>
      <DayField name="day" label="Giorno" size="half" help="oggi, ieri, lun, 12/3" required />
      <DurationField
        name="duration"
        label="Durata"
        size="half"
        help={computed ?? '2h, 1,5, 1:30, 90m'}
      />
      <TimeField name="startTime" label="Dalle" size="third" />
      <TimeField name="endTime" label="Alle" size="third" />
      <DayField name="endsOn" label="Ultimo giorno" size="third" />
    </>
  );
}

/** Project, work item, partner and kind; another project empties what belonged to the first. */
export function What({ editing }: { editing?: boolean }) {
  const { setValue } = useFormContext<ActivityValues>();
  const projectId = useWatch<ActivityValues, 'projectId'>({ name: 'projectId' });
  const kind = useWatch<ActivityValues, 'kind'>({ name: 'kind' });
  const { data: kinds = [] } = useQuery(kindsQuery);
  const { workItems, partners } = useFormChoices(projectId);
  const before = useRef(projectId);
  useEffect(() => {
    if (before.current === projectId) return;
    before.current = projectId;
    setValue('workItemId', '');
    setValue('participationId', partners.own ?? '');
  }, [projectId, partners.own, setValue]);
  const mine = useProjectsWith('activity.log');
  const unit = kinds.find(({ code }) => code === kind)?.unit ?? 'minutes';
  return (
    <>
      {!editing && (
        <SelectField
          name="projectId"
          label="Progetto"
          required
          none={mine.length > 1 ? 'Scegli il progetto' : undefined}
          options={mine.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <SelectField
        name="kind"
        label="Tipo di attività"
        required
        size={unit === 'minutes' ? undefined : 'half'}
        none="Scegli il tipo"
        options={kinds.map(({ code, label }) => ({ value: code, label }))}
      />
      {unit !== 'minutes' && (
        <QuantityField
          name="quantity"
          label={unit === 'pages' ? 'Pagine' : 'Quantità'}
          size="half"
          required
        />
      )}
      <ChoiceField name="workItemId" label="Azione" required choices={workItems} />
      <ChoiceField
        name="participationId"
        label="Partner che l’ha svolta"
        choices={partners.choices}
        required={partners.own !== null}
      />
    </>
  );
}

/** Who did it, where, for which bodies; with `heads` how many were there. */
export function Who({ heads }: { heads?: boolean }) {
  const people = usePeople();
  const bodies = useBodies();
  const code = useWatch<ActivityValues, 'kind'>({ name: 'kind' });
  const { data: kinds = [] } = useQuery(kindsQuery);
  const kind = kinds.find((one) => one.code === code);
  return (
    <>
      <ChoiceField
        name="staffIds"
        label="Chi l’ha svolta"
        many
        choices={people}
        required={kind?.needsStaff}
        placeholder="Aggiungi una persona"
      />
      <TextField name="place" label="Luogo" maxLength={200} />
      <ChoiceField
        name="organisationIds"
        label="Enti coinvolti"
        many
        choices={bodies}
        required={kind?.needsBodies}
        placeholder="Aggiungi una scuola, un servizio…"
      />
      {heads && (
        <>
          <CountField name="participants" label="Presenti" size="third" />
          <CountField name="women" label="di cui donne" size="third" />
          <CountField name="men" label="di cui uomini" size="third" />
        </>
      )}
    </>
  );
}
