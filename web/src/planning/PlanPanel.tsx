import './calendar.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useFormContext, useWatch } from 'react-hook-form';
import { kindsQuery } from '../activities/activity-queries.js';
import { logActivity, useActivitiesChanged } from '../activities/activity-writes.js';
import { useFormChoices } from '../activities/form-choices.js';
import { PackageFields } from '../activities/PackageFields.js';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { plural } from '../frame/format.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { CountField, DayField, TimeField } from '../frame/typedFields.js';
import { useOneProject, useProjectsWith } from '../frame/project-context.js';
import { usePeople, useBodies } from '../frame/choices.js';
import { PATRON_CHOICES, planSeries } from './calendar-queries.js';
import { addMeeting } from './meeting-queries.js';
import { PlannedDays } from './PlannedDays.js';
import { bodyOf, emptyPlan, isKept, toggled, usePlanned } from './plan-values.js';
import type { Values } from './plan-values.js';
import { EVERY, isWeekly, ruleOf, WEEKDAYS } from './recurrence-rule.js';

interface PlanPanelProps {
  /** What is known already. */
  start: Partial<Values>;
  /** Title of the course whose sessions they are: then it is known what they are. */
  course?: string;
  close: () => void;
}

/** Puts something in the calendar, once or by a rule; holidays and conflicts are seen before it is saved. */
export function PlanPanel({ start, course, close }: PlanPanelProps) {
  const { project } = useOneProject('activity.log');
  const today = useToday();
  const toast = useToast();
  const changed = useActivitiesChanged();
  const form = useForm<Values>({
    defaultValues: { ...emptyPlan, projectId: project?.id ?? '', ...start },
  });
  // Days that the user took out or put back, against what the holidays propose.
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const planned = usePlanned(useWatch({ control: form.control }) as Values, today);
  const kept = planned.filter((one) => isKept(one, turned));
  const write = useWrite(async (values: Values, key) => {
    const rule = ruleOf(values, today);
    const activity = bodyOf(values, today);
    const title = values.title.trim();
    if (!rule && title) {
      const agenda = values.agenda.trim() || null;
      return addMeeting(values.projectId, { title, agenda, activity }, key).then(() => 1);
    }
    if (!rule) return logActivity(values.projectId, activity, key).then(() => 1);
    const leftOut = planned.filter((one) => !isKept(one, turned)).map((one) => one.day);
    return (await planSeries(values.projectId, { activity, rule, leftOut }, key)).activities;
  });
  const save = async (values: Values) => {
    const made = await write.mutateAsync(values);
    toast({ text: `In calendario: ${plural(made, 'incontro', 'incontri')}.` });
    await changed();
    close();
  };
  return (
    <SidePanel
      title={course ? 'Aggiungi incontri' : 'Nuovo incontro'}
      {...(course && { lead: course })}
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={save}
        fieldOf={{ rule: 'until' }}
        footer={
          <SubmitButton busy={write.isPending}>
            {kept.length > 1
              ? `Metti in calendario ${kept.length} incontri`
              : 'Metti in calendario'}
          </SubmitButton>
        }
      >
        {!course && <What />}
        <When />
        {!course && <Called />}
        <PlannedDays
          planned={planned}
          turned={turned}
          turn={(one) => setTurned(toggled(turned, one))}
        />
        <Who />
        {!course && <PackageFields />}
      </Form>
    </SidePanel>
  );
}

function What() {
  const projects = useProjectsWith('activity.log');
  const projectId = useWatch<Values, 'projectId'>({ name: 'projectId' });
  const { data: kinds = [] } = useQuery(kindsQuery);
  const { workItems, partners } = useFormChoices(projectId);
  return (
    <>
      <SelectField
        name="projectId"
        label="Progetto"
        required
        none={projects.length > 1 ? 'Scegli il progetto' : undefined}
        options={projects.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField
        name="kind"
        label="Tipo"
        required
        none="Scegli il tipo"
        options={kinds.map(({ code, label }) => ({ value: code, label }))}
      />
      <ChoiceField name="workItemId" label="Azione" required choices={workItems} />
      <ChoiceField
        name="participationId"
        label="Partner che lo svolge"
        choices={partners.choices}
        required={partners.own !== null}
      />
    </>
  );
}

function When() {
  const every = useWatch<Values, 'every'>({ name: 'every' });
  return (
    <>
      <DayField name="day" label={every ? 'Primo giorno' : 'Giorno'} required />
      <TimeField name="startTime" label="Dalle" size="half" required />
      <TimeField name="endTime" label="Alle" size="half" required />
      <SelectField name="every" label="Si ripete" none="Una volta sola" options={EVERY} />
      {every && <Repeated />}
    </>
  );
}

function Repeated() {
  const every = useWatch<Values, 'every'>({ name: 'every' });
  const times = useWatch<Values, 'times'>({ name: 'times' });
  return (
    <>
      {isWeekly({ every }) && <WeekdaysField />}
      <DayField name="until" label="Fino al" size="half" required={times.trim() === ''} />
      <CountField name="times" label="oppure per quante volte" size="half" />
      <SelectField name="patron" label="Santo patrono di" none="Nessuno" options={PATRON_CHOICES} />
    </>
  );
}

/** None is the weekday of the first day. */
function WeekdaysField() {
  const { register } = useFormContext<Values>();
  return (
    <fieldset className="cf-weekdays">
      <legend>In quali giorni</legend>
      {WEEKDAYS.map(([value, label]) => (
        <label key={value}>
          <input type="checkbox" value={value} {...register('weekdays')} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** A single one may be a meeting: title and agenda now, guests and minutes from its own sheet. */
function Called() {
  const every = useWatch<Values, 'every'>({ name: 'every' });
  if (every) return null;
  return (
    <>
      <TextField
        name="title"
        label="Titolo dell’incontro"
        help="Con un titolo si può convocare, verbalizzare e decidere"
        maxLength={300}
      />
      <LongTextField name="agenda" label="Ordine del giorno" rows={3} />
    </>
  );
}

function Who() {
  const people = usePeople();
  const bodies = useBodies();
  return (
    <>
      <TextField name="place" label="Luogo o sala" maxLength={200} />
      <ChoiceField
        name="staffIds"
        label="Chi ci sarà"
        many
        choices={people}
        placeholder="Aggiungi una persona"
      />
      <ChoiceField
        name="organisationIds"
        label="Enti coinvolti"
        many
        choices={bodies}
        placeholder="Aggiungi una scuola, un servizio…"
      />
      <LongTextField name="note" label="Nota" rows={2} maxLength={4000} />
    </>
  );
}
