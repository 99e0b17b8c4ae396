import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useMe } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import { choicesQuery, useMoneyChanged } from '../budget/budget-queries.js';
import '../budget/budget.css';
import { ChoiceField } from '../frame/ChoiceField.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { euro } from '../frame/format.js';
import { KeyHint } from '../frame/PageHeader.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { boundTo } from '../activities/form-choices.js';
import { CreditedField } from './CreditedField.js';
import { DocumentFields } from './DocumentFields.js';
import { bodyOf, emptyDocument } from './document-values.js';
import type { DocumentValues } from './document-values.js';
import { fieldOfShare } from './share-errors.js';
import { Shares } from './Shares.js';
import { recordDocument } from './spending-writes.js';
import { KINDS } from './words.js';

interface InvoicePanelProps {
  projectId: string;
  close: () => void;
}

/** Records an invoice and charges it on the lines of the budget, in one go. */
export default function InvoicePanel({ projectId, close }: InvoicePanelProps) {
  const today = useToday();
  const toast = useToast();
  const changed = useMoneyChanged(projectId);
  const receivers = useReceivers(projectId);
  const form = useForm<DocumentValues>({
    defaultValues: { ...emptyDocument, participationId: receivers.only },
  });
  const box = useRef<HTMLDivElement>(null);
  const ready = receivers.choices.length > 0;
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-field]')?.focus(), [ready]);
  const kind = useWatch({ control: form.control, name: 'kind' });
  const write = useWrite((values: DocumentValues, key) =>
    recordDocument(
      projectId,
      bodyOf({ ...values, participationId: values.participationId || receivers.only }, today),
      key,
    ),
  );
  const save = async (values: DocumentValues) => {
    const saved = await write.mutateAsync(values);
    toast({
      text: `${KINDS[saved.kind]} ${saved.number} salvata: restano ${euro(saved.remaining)} da imputare.`,
    });
    await changed();
    close();
  };
  return (
    <SidePanel
      title="Registra una spesa"
      lead="Il giustificativo e le righe di budget che lo pagano."
      onClose={close}
      wide
    >
      <div ref={box}>
        <Form
          form={form}
          onSubmit={save}
          fieldOf={fieldOfShare}
          label="Giustificativo di spesa"
          footer={
            <SubmitButton busy={form.formState.isSubmitting} hint={<KeyHint>Ctrl+Invio</KeyHint>}>
              Salva
            </SubmitButton>
          }
        >
          {receivers.choices.length > 1 && (
            <ChoiceField
              name="participationId"
              label="Chi lo ha ricevuto"
              choices={receivers.choices}
              required
            />
          )}
          <DocumentFields />
          {kind === 'credit_note' ? (
            <CreditedField projectId={projectId} />
          ) : (
            <Shares projectId={projectId} />
          )}
        </Form>
      </div>
    </SidePanel>
  );
}

/** Lead and partners; a partner's operator only its own. */
function useReceivers(projectId: string) {
  const { data } = useQuery(choicesQuery(projectId));
  const { projects } = useMe();
  const bound = boundTo(projects.find(({ id }) => id === projectId));
  const choices = (data?.participations ?? [])
    .filter(({ id }) => !bound || bound.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  return { choices, only: choices.length === 1 ? (choices[0]?.value ?? '') : '' };
}
