import { Button } from 'design-react-kit';
import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { useMoneyChanged } from '../budget/budget-queries.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { useSeen } from '../frame/useSeen.js';
import { DocumentFields } from './DocumentFields.js';
import { changeOf, valuesOf } from './document-values.js';
import type { DocumentValues } from './document-values.js';
import type { CostDocument } from './spending-queries.js';
import { changeDocument } from './spending-writes.js';

interface EditProps {
  document: CostDocument;
  done: () => void;
}

export function EditDocument({ document: now, done }: EditProps) {
  const { row: document, values: start, standing } = useSeen(now, valuesOf);
  const today = useToday();
  const toast = useToast();
  const changed = useMoneyChanged(document.projectId);
  const form = useForm<DocumentValues>({ defaultValues: start });
  const write = useWrite((values: DocumentValues, key) =>
    changeDocument(document, changeOf(values, today), key),
  );
  const save = async (values: DocumentValues) => {
    await write.mutateAsync(values);
    toast({ text: 'Giustificativo modificato.' });
    await changed();
    done();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Giustificativo"
      standing={standing}
      footer={
        <>
          <SubmitButton busy={form.formState.isSubmitting}>Salva</SubmitButton>
          <Button type="button" color="secondary" outline onClick={done}>
            Torna indietro
          </Button>
        </>
      }
    >
      <DocumentFields recorded />
    </Form>
  );
}
