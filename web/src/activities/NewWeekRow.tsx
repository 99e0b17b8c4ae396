import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useMe } from '../api/session.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToday } from '../frame/today.js';
import { What, Who } from './ActivityForm.js';
import { kindsQuery } from './activity-queries.js';
import { bodyOf } from './activity-values.js';
import type { ActivityValues } from './activity-values.js';
import { startingValues } from './last-context.js';
import { PackageFields } from './PackageFields.js';
import { useChoicesOf } from './useTypedChoices.js';
import { newRow, type WeekRow } from './week-rows.js';

interface NewWeekRowProps {
  /** The project of the context, if there is one. */
  projectId: string | null;
  add: (row: WeekRow) => void;
  close: () => void;
}

/** A sort of work that the last weeks do not have: its hours are then typed in the sheet. */
export function NewWeekRow({ projectId, add, close }: NewWeekRowProps) {
  const { user } = useMe();
  const form = useForm<ActivityValues>({ defaultValues: startingValues(user.id, projectId) });
  const rowOf = useRowOf(useWatch({ control: form.control, name: 'projectId' }));
  const submit = async (values: ActivityValues) => {
    add(rowOf(values));
    close();
    return Promise.resolve();
  };
  return (
    <SidePanel
      title="Aggiungi una riga"
      lead="Che cosa, per chi e dove: le ore si scrivono poi nel foglio, giorno per giorno."
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={submit}
        label="Riga della settimana"
        footer={<SubmitButton>Aggiungi la riga</SubmitButton>}
      >
        <What />
        <Who />
        <PackageFields />
      </Form>
    </SidePanel>
  );
}

/** The row of what was chosen, with the names that the sheet shows. */
function useRowOf(projectId: string): (values: ActivityValues) => WeekRow {
  const today = useToday();
  const { projects } = useMe();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const choices = useChoicesOf([projectId])(projectId);
  const named = (list: { value: string; label: string }[], ids: readonly string[]): string =>
    list
      .filter(({ value }) => ids.includes(value))
      .map(({ label }) => label)
      .join(', ');
  return (values) => {
    const kind = kinds.find(({ code }) => code === values.kind);
    const who =
      named(choices.people, values.staffIds) ||
      named(choices.partners, [values.participationId]) ||
      named(choices.bodies, values.organisationIds);
    return newRow(projectId, bodyOf(values, today, kind?.unit ?? 'minutes'), {
      kind: kind?.label ?? '',
      project: projects.find(({ id }) => id === projectId)?.title ?? '',
      workItem: named(choices.workItems, [values.workItemId]),
      who,
    });
  };
}
