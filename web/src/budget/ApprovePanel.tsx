import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { euro } from '../frame/format.js';
import { parseDay } from '../frame/parse.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { DayField } from '../frame/typedFields.js';
import { useMoneyChanged } from './budget-queries.js';
import type { BudgetVersion } from './budget-queries.js';
import { approveVersion } from './budget-writes.js';

interface Values {
  approvedOn: string;
  act: string;
}

interface ApprovePanelProps {
  projectId: string;
  draft: BudgetVersion;
  close: () => void;
}

/** Puts a draft in force: from then on it never changes. */
export function ApprovePanel({ projectId, draft, close }: ApprovePanelProps) {
  const today = useToday();
  const toast = useToast();
  const changed = useMoneyChanged(projectId);
  const form = useForm<Values>({ defaultValues: { approvedOn: 'oggi', act: '' } });
  const write = useWrite(({ approvedOn, act }: Values, key) =>
    approveVersion(
      projectId,
      draft,
      { approvedOn: parseDay(approvedOn, today) ?? approvedOn, act: act.trim() || null },
      key,
    ),
  );
  const save = async (values: Values) => {
    const { number } = await write.mutateAsync(values);
    toast({ text: `La versione ${number} è in vigore.` });
    close();
    await changed();
  };
  return (
    <SidePanel
      title={`Approva la versione ${draft.number}`}
      lead={`${draft.lines} righe, ${euro(draft.total)}. Approvata, non cambia più.`}
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={save}
        label="Approvazione"
        footer={<SubmitButton busy={form.formState.isSubmitting}>Approva</SubmitButton>}
      >
        <DayField name="approvedOn" label="Approvata il" required />
        <TextField
          name="act"
          label="Atto"
          help="Serve quando il totale cambia rispetto alla versione in vigore."
          maxLength={200}
        />
      </Form>
    </SidePanel>
  );
}
