import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useMay } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import { useCoursesChanged } from '../courses/course-queries.js';
import { Failed } from '../frame/EmptyState.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { useSeen } from '../frame/useSeen.js';
import { addRecipient, changeRecipient, recipientQuery } from './recipient-queries.js';
import type { Recipient } from './recipient-queries.js';
import { RecipientFacts } from './RecipientFacts.js';
import { RecipientFields } from './RecipientFields.js';
import { NEW_RECIPIENT, readRecipient, typedRecipient } from './recipient-values.js';
import type { RecipientValues } from './recipient-values.js';

interface PanelProps {
  projectId: string;
  /** 'nuova', or whose. */
  id: string;
  close: () => void;
}

/** A person without its name: what counts it, and the notice that it got. */
export function RecipientPanel({ projectId, id, close }: PanelProps) {
  const isNew = id === 'nuova';
  const { data, error, refetch } = useQuery({
    ...recipientQuery(projectId, id),
    enabled: !isNew,
  });
  const may = useMay();
  const edits = may('recipient.edit', projectId);
  return (
    <SidePanel
      title={isNew ? 'Nuova persona' : data?.code}
      lead="Qui non si scrivono nomi."
      onClose={close}
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && <RecipientFacts projectId={projectId} recipient={data} />}
      {(isNew || data) && edits && (
        <RecipientForm projectId={projectId} recipient={data} done={isNew ? close : undefined} />
      )}
    </SidePanel>
  );
}

interface FormProps {
  projectId: string;
  recipient: Recipient | undefined;
  done?: () => void;
}

function RecipientForm({ projectId, recipient, done }: FormProps) {
  const toast = useToast();
  const today = useToday();
  const changed = useCoursesChanged(projectId);
  const seen = useSeen(recipient, (one) => (one ? typedRecipient(one) : NEW_RECIPIENT));
  const form = useForm<RecipientValues>({ defaultValues: seen.values });
  const write = useWrite((values: RecipientValues, key) => {
    const body = readRecipient(values, today);
    return seen.row
      ? changeRecipient(projectId, seen.row, body, key)
      : addRecipient(projectId, body as Parameters<typeof addRecipient>[1], key);
  });
  const save = async (values: RecipientValues) => {
    const saved = await write.mutateAsync(values);
    seen.see(saved);
    form.reset(typedRecipient(saved));
    await changed();
    toast({ text: `${saved.code} salvato.` });
    done?.();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Persona"
      standing={seen.standing}
      footer={<SubmitButton busy={form.formState.isSubmitting}>Salva</SubmitButton>}
    >
      <RecipientFields />
    </Form>
  );
}
