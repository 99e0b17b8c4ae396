import { Button } from 'design-react-kit';
import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { useMoneyChanged } from '../budget/budget-queries.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { LongTextField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { amount, dayTyped } from '../frame/format.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { useSeen } from '../frame/useSeen.js';
import { DayField, MoneyField } from '../frame/typedFields.js';
import { readDay, readMoney } from './document-values.js';
import { useLineChoices } from './line-choices.js';
import type { Expense } from './spending-queries.js';
import { changeExpense, correctExpense } from './spending-writes.js';

interface Values {
  amount: string;
  incurredOn: string;
  paidOn: string;
  budgetLineId: string;
  description: string;
  reason: string;
}

interface ExpenseFormProps {
  expense: Expense;
  done: () => void;
  /** A correction is another expense: the sheet of this one closes. */
  moved: () => void;
}

/** Changes an expense, or corrects one that a sent report holds. */
export function ExpenseForm({ expense: now, done, moved }: ExpenseFormProps) {
  const { row: expense, values: start, standing } = useSeen(now, valuesOf);
  const today = useToday();
  const toast = useToast();
  const changed = useMoneyChanged(expense.projectId);
  const { choices } = useLineChoices(expense.projectId);
  const form = useForm<Values>({ defaultValues: start });
  const { isDirty } = form.getFieldState('budgetLineId', form.formState);
  const write = useWrite((values: Values, key) => {
    const body = {
      amount: readMoney(values.amount),
      incurredOn: readDay(values.incurredOn, today),
      paidOn: values.paidOn.trim() ? readDay(values.paidOn, today) : null,
      description: values.description.trim() || null,
      ...(isDirty && { budgetLineId: values.budgetLineId }),
    };
    return expense.locked
      ? correctExpense(expense, { ...body, reason: values.reason }, key)
      : changeExpense(expense, body, key);
  });
  const save = async (values: Values) => {
    await write.mutateAsync(values);
    toast({ text: expense.locked ? 'Rettifica registrata.' : 'Spesa modificata.' });
    await changed();
    if (expense.locked) moved();
    else done();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Spesa"
      standing={standing}
      footer={
        <>
          <SubmitButton busy={form.formState.isSubmitting}>
            {expense.locked ? 'Rettifica' : 'Salva'}
          </SubmitButton>
          <Button type="button" color="secondary" outline onClick={done}>
            Torna indietro
          </Button>
        </>
      }
    >
      {expense.locked && (
        <LongTextField
          name="reason"
          label="Motivo della rettifica"
          help="La spesa del rendiconto inviato si annulla e questa ne prende il posto nel prossimo."
          required
        />
      )}
      <MoneyField name="amount" label="Importo" required size="half" />
      <DayField name="incurredOn" label="Giorno del costo" required size="half" />
      <DayField
        name="paidOn"
        label="Pagata il"
        help="Il giorno della quietanza; vuoto se non è ancora pagata."
      />
      <ChoiceField name="budgetLineId" label="Riga di budget" choices={choices} />
      <TextField name="description" label="Descrizione" maxLength={200} />
    </Form>
  );
}

const valuesOf = (expense: Expense): Values => ({
  amount: amount(expense.amount),
  incurredOn: dayTyped(expense.incurredOn),
  paidOn: dayTyped(expense.paidOn),
  budgetLineId: expense.budgetLineId,
  description: expense.description ?? '',
  reason: '',
});
