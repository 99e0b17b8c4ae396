import { Button } from 'design-react-kit';
import { useForm, useWatch } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { useMoneyChanged } from '../budget/budget-queries.js';
import { minus } from '../budget/cents.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { amount, euro, dayTyped } from '../frame/format.js';
import { parseMoney } from '../frame/parse.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { DayField, MoneyField } from '../frame/typedFields.js';
import { readDay, readMoney } from './document-values.js';
import { useLineChoices } from './line-choices.js';
import type { CostDocument } from './spending-queries.js';
import { chargeExpense } from './spending-writes.js';

interface Values {
  budgetLineId: string;
  amount: string;
  incurredOn: string;
  paidOn: string;
  description: string;
}

interface ChargeFormProps {
  document: CostDocument;
  projectId: string;
  done: () => void;
}

/** Charges what is left of a document, or a part of it, on one more line. */
export function ChargeForm({ document, projectId, done }: ChargeFormProps) {
  const today = useToday();
  const toast = useToast();
  const changed = useMoneyChanged(projectId);
  const { choices, lineOf } = useLineChoices(projectId);
  const form = useForm<Values>({
    defaultValues: {
      budgetLineId: '',
      amount: amount(document.remaining),
      incurredOn: dayTyped(document.issuedOn),
      paidOn: '',
      description: '',
    },
  });
  const [lineId, typed] = useWatch({ control: form.control, name: ['budgetLineId', 'amount'] });
  const line = lineOf(lineId);
  const write = useWrite((values: Values, key) =>
    chargeExpense(
      projectId,
      {
        costDocumentId: document.id,
        budgetLineId: values.budgetLineId,
        amount: readMoney(values.amount),
        incurredOn: readDay(values.incurredOn, today),
        paidOn: values.paidOn.trim() ? readDay(values.paidOn, today) : null,
        description: values.description.trim() || null,
      },
      key,
    ),
  );
  const save = async (values: Values) => {
    const saved = await write.mutateAsync(values);
    toast({ text: `Imputati ${euro(saved.amount)} su ${saved.lineDescription}.` });
    await changed();
    done();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Imputa il giustificativo"
      footer={
        <>
          <SubmitButton busy={form.formState.isSubmitting}>Imputa</SubmitButton>
          <Button type="button" color="secondary" outline onClick={done}>
            Torna indietro
          </Button>
        </>
      }
    >
      <ChoiceField name="budgetLineId" label="Riga di budget" choices={choices} required />
      <MoneyField
        name="amount"
        label="Importo"
        help={`Restano ${euro(document.remaining)}.`}
        required
        size="half"
      />
      <DayField name="incurredOn" label="Giorno del costo" required size="half" />
      <DayField name="paidOn" label="Pagata il" help="Vuoto se non è ancora pagata." />
      <TextField name="description" label="Descrizione" maxLength={200} />
      {line && (
        <p className="cf-help">
          Sulla riga resteranno {euro(minus(line.residual, parseMoney(typed) ?? '0.00'))}.
        </p>
      )}
    </Form>
  );
}
