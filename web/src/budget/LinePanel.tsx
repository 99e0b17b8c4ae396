import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { amount } from '../frame/format.js';
import { parseMoney } from '../frame/parse.js';
import { SidePanel } from '../frame/SidePanel.js';
import { MoneyField } from '../frame/typedFields.js';
import { choicesQuery, useMoneyChanged } from './budget-queries.js';
import type { BudgetVersion, MatrixLine } from './budget-queries.js';
import { addLine, changeLine } from './budget-writes.js';

interface Values {
  participationId: string;
  categoryId: string;
  workItemId: string;
  description: string;
  planned: string;
}

interface LinePanelProps {
  projectId: string;
  draft: BudgetVersion;
  /** Null: a new one. A line keeps its partner, category and work item, since expenses hang on them. */
  line: MatrixLine | null;
  close: () => void;
}

export function LinePanel({ projectId, draft, line, close }: LinePanelProps) {
  const changed = useMoneyChanged(projectId);
  const form = useForm<Values>({
    defaultValues: {
      participationId: '',
      categoryId: '',
      workItemId: '',
      description: line?.description ?? '',
      planned: line ? amount(line.planned) : '',
    },
  });
  const write = useWrite((values: Values, key) => {
    const planned = parseMoney(values.planned) ?? values.planned;
    const { participationId, categoryId, description } = values;
    if (line) return changeLine(projectId, line, { description, planned }, key);
    const workItemId = values.workItemId || null;
    return addLine(
      projectId,
      draft,
      { participationId, categoryId, workItemId, description, planned },
      key,
    );
  });
  const save = async (values: Values) => {
    await write.mutateAsync(values);
    close();
    await changed();
  };
  return (
    <SidePanel
      title={line ? 'Modifica la riga' : 'Aggiungi una riga'}
      lead={
        line &&
        [line.categoryCode, line.participationName, line.workItemCode].filter(Boolean).join(' · ')
      }
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={save}
        label="Riga di budget"
        footer={<SubmitButton busy={form.formState.isSubmitting}>Salva</SubmitButton>}
      >
        {!line && <Place projectId={projectId} />}
        <TextField name="description" label="Descrizione" required maxLength={200} />
        <MoneyField name="planned" label="Previsto" required />
      </Form>
    </SidePanel>
  );
}

/** Category, partner and work item. */
function Place({ projectId }: { projectId: string }) {
  const { data } = useQuery(choicesQuery(projectId));
  const categories = (data?.categories ?? []).map(({ id, code, label }) => ({
    value: id,
    label: `${code} · ${label}`,
  }));
  const partners = (data?.participations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const items = (data?.workItems ?? []).map(({ id, code, title }) => ({
    value: id,
    label: title,
    hint: code,
  }));
  return (
    <>
      <ChoiceField name="categoryId" label="Voce di costo" choices={categories} required />
      <ChoiceField name="participationId" label="Partner" choices={partners} required />
      <ChoiceField
        name="workItemId"
        label="Azione"
        help="Vuota: vale per tutto il progetto."
        choices={items}
      />
    </>
  );
}
