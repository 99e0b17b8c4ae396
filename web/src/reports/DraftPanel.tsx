import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { MyProject } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import { SelectField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToday } from '../frame/today.js';
import { quartersBetween } from '../frame/quarters.js';
import { firstActivityQuery } from '../activities/activity-queries.js';
import { projectQuery } from '../projects/project-queries.js';
import { draftReport, reportsQuery, useReportsChanged } from './report-queries.js';

interface Values {
  projectId: string;
  from: string;
}

const YEARS_BACK = 3;

/** The first day that a project has anything to tell of: its start, or its first activity when that was before; some years ago when neither is known. */
function useFirstDay(projectId: string, today: string): string {
  const { data: project } = useQuery(projectQuery(projectId));
  const { data: activity } = useQuery(firstActivityQuery(projectId));
  const known = [project?.starts, activity?.day].filter((day) => typeof day === 'string');
  return known.toSorted()[0] ?? `${Number(today.slice(0, 4)) - YEARS_BACK}`;
}

/** Chooses project and quarter of a new sheet. */
export function DraftPanel({ projects, close }: { projects: MyProject[]; close: () => void }) {
  const today = useToday();
  const navigate = useNavigate();
  const form = useForm<Values>({ defaultValues: { projectId: projects[0]?.id ?? '', from: '' } });
  const projectId = useWatch({ control: form.control, name: 'projectId' });
  const changed = useReportsChanged(projectId);
  const { data } = useQuery(reportsQuery(projectId));
  const taken = new Set(data?.items.map(({ from }) => from));
  const first = useFirstDay(projectId, today);
  const quarters = quartersBetween(first, today).filter(({ from }) => !taken.has(from));
  const write = useWrite(({ from }: Values, key) => {
    const to = quarters.find((quarter) => quarter.from === from)?.to ?? '';
    return draftReport(projectId, { from, to }, key);
  });
  const save = async (values: Values) => {
    const made = await write.mutateAsync(values);
    await changed();
    const slug = projects.find(({ id }) => id === projectId)?.slug ?? '';
    void navigate(`/rendicontazioni/${slug}/${made.id}`);
  };
  return (
    <SidePanel
      title="Genera la bozza di una scheda"
      lead="Le cifre si calcolano da attività, indicatori e spese registrati; i testi si scrivono dopo."
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={save}
        label="Nuova scheda"
        footer={<SubmitButton busy={form.formState.isSubmitting}>Genera bozza</SubmitButton>}
      >
        <SelectField
          name="projectId"
          label="Progetto"
          options={projects.map(({ id, title }) => ({ value: id, label: title }))}
          required
        />
        <SelectField
          name="from"
          label="Trimestre"
          none="Scegli il trimestre"
          options={quarters.map(({ from, name }) => ({ value: from, label: name }))}
          required
        />
      </Form>
    </SidePanel>
  );
}
