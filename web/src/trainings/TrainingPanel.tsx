import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useFormChoices } from '../activities/form-choices.js';
import { useMay } from '../api/session.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { EditPanel } from '../frame/EditPanel.js';
import { LongTextField, TextField } from '../frame/fields.js';
import { hours } from '../frame/format.js';
import { parseDay } from '../frame/parse.js';
import { useToday } from '../frame/today.js';
import { useSeen } from '../frame/useSeen.js';
import { DayField, DurationField } from '../frame/typedFields.js';
import { usePeople } from '../frame/choices.js';
import { addTraining, changeTraining, useTrainingsChanged, workOfDay } from './training-queries.js';
import type { Training } from './training-queries.js';
import { newTraining, readTraining, typedTraining } from './training-values.js';
import type { TrainingValues } from './training-values.js';

interface PanelProps {
  projectId: string;
  /** The one to change; none: a new one. */
  training?: Training;
  /** Fields that were written before, offered while typing. */
  fields: string[];
  close: () => void;
  remove?: { label: string; act: () => void };
}

/** Writes down who was trained in what: people of the registry, or a list pasted from a sheet. */
export function TrainingPanel({ projectId, fields, close, remove, ...props }: PanelProps) {
  const may = useMay();
  const today = useToday();
  const changed = useTrainingsChanged(projectId);
  const { partners, workItems } = useFormChoices(projectId);
  const people = usePeople();
  const { row: training, ...start } = useSeen(props.training, (one) =>
    one ? typedTraining(one) : newTraining(partners.own),
  );
  const write = (values: TrainingValues, key: string) => {
    const body = readTraining(values, today);
    return training
      ? changeTraining(training, body, key)
      : addTraining(projectId, { ...body, participationId: values.participationId || null }, key);
  };
  return (
    <EditPanel
      title={training ? 'Cambia la formazione' : 'Nuova formazione'}
      lead="Chi è stato formato, in quale ambito e su che cosa: come chiede la scheda operatori del FAMI."
      values={start.values}
      standing={start.standing}
      write={write}
      changed={changed}
      said="Formazione salvata."
      close={close}
      fieldOf={{ minutes: 'duration', personIds: 'people', names: 'pasted' }}
      remove={remove}
    >
      <TextField
        name="field"
        label="Ambito di formazione"
        help="Per esempio mediazione interculturale."
        maxLength={200}
        required
        suggestions={fields}
      />
      <LongTextField name="contents" label="Contenuti" required maxLength={4000} />
      <DayField name="fromDay" label="Dal" required size="third" />
      <DayField name="toDay" label="Al" size="third" />
      <DurationField name="duration" label="Durata" size="third" />
      <ChoiceField name="workItemId" label="Azione" choices={workItems} required />
      {!training && (
        <ChoiceField name="participationId" label="Ente che la svolge" choices={partners.choices} />
      )}
      <ActivityOfThatDay projectId={projectId} />
      <ChoiceField name="people" label="Operatori" choices={people} many />
      {may('person.edit', projectId) && (
        <LongTextField
          name="pasted"
          label="Altri operatori, da incollare"
          help="Uno per riga; dopo il nome, se lo sai, l’ente: «Anna Rossi; Istituto Alfa». Vale anche un blocco di due colonne copiato da un foglio. Chi non c’è si aggiunge alle persone."
          rows={4}
        />
      )}
    </EditPanel>
  );
}

/** The logged piece of work that the training was, among those of its first day. */
function ActivityOfThatDay({ projectId }: { projectId: string }) {
  const today = useToday();
  const typed = useWatch<TrainingValues, 'fromDay'>({ name: 'fromDay' });
  const day = parseDay(typed, today);
  const { data } = useQuery({
    queryKey: ['activities', 'of a day', projectId, day],
    queryFn: () => workOfDay(projectId, day ?? ''),
    enabled: day !== null,
  });
  const choices = useMemo(
    () =>
      (data ?? []).map(({ id, kindLabel, minutes, place }) => ({
        value: id,
        label: `${kindLabel}, ${hours(minutes)}`,
        hint: place ?? '',
      })),
    [data],
  );
  if (choices.length === 0) return null;
  return (
    <ChoiceField
      name="activityId"
      label="Attività registrata"
      help="Quella di quel giorno in cui si è svolta, se c’è."
      choices={choices}
    />
  );
}
