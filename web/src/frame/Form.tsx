import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';
import type { FormEvent, ReactNode, RefObject } from 'react';
import { FormProvider } from 'react-hook-form';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { isProblem, sentenceOf } from '../api/problem.js';
import { Icon } from './Icon.js';
import { usePanelUnsaved } from './SidePanel.js';
import { StandingNotice } from './StandingNotice.js';
import type { Standing } from './useSeen.js';

interface FormProps<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  /** Sends the values; a thrown `ProblemError` lands at its fields and in the summary. */
  onSubmit: (values: Values, event?: FormEvent) => Promise<unknown>;
  /** Member of the body → field of the form, where the names differ. */
  fieldOf?: Record<string, Path<Values>>;
  children: ReactNode;
  /** Buttons, at least one of them `type="submit"`. */
  footer: ReactNode;
  label?: string;
  /** Of a row that others changed meanwhile. */
  standing?: Standing<Values>;
  /** Closing loses nothing: what is typed is kept as a draft, or was only a question. */
  drafted?: boolean;
}

interface Wrong {
  field: string | null;
  message: string;
}

/** Errors of nested fields, such as the rows of a list, as one list of paths. */
function wrongsOf(errors: object, above = ''): Wrong[] {
  return Object.entries(errors).flatMap(([name, error]: [string, unknown]) => {
    const field = above + name;
    if (!error || typeof error !== 'object' || error instanceof Element) return [];
    if ('message' in error && typeof error.message === 'string') {
      return [{ field, message: error.message }];
    }
    return wrongsOf(error, `${field}.`);
  });
}

/** The one form pattern: labels above, errors at the field and in a summary that takes the focus. */
export function Form<Values extends FieldValues>(props: FormProps<Values>) {
  const { form, onSubmit, fieldOf, children, footer, label } = props;
  const [wrong, setWrong] = useState<Wrong[]>([]);
  const { isDirty, isSubmitting } = form.formState;
  usePanelUnsaved(isDirty && !isSubmitting && !props.drafted);
  const element = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  // The form library sends the focus to the first wrong field a moment after the submit: the summary comes first.
  const focusSummary = () => setTimeout(() => summary.current?.focus());

  const refused = (error: unknown) => {
    if (!isProblem(error) || error.errors.length === 0) {
      return setWrong([{ field: null, message: sentenceOf(error) }]);
    }
    const found = error.errors.map(({ path, message }) => ({
      field: fieldOf?.[path] ?? path,
      message,
    }));
    for (const { field, message } of found) form.setError(field as Path<Values>, { message });
    setWrong(found);
  };

  const submit = form.handleSubmit(
    async (values, event) => {
      setWrong([]);
      try {
        await onSubmit(values, event as FormEvent | undefined);
      } catch (error) {
        refused(error);
      }
    },
    (errors) => setWrong(wrongsOf(errors)),
  );

  return (
    <FormProvider {...form}>
      <form
        ref={element}
        noValidate
        className="cf-form"
        aria-label={label}
        onSubmit={(event) => {
          // What the server said last time may be about a member that no field holds: it must not block.
          if (isSubmitting) return event.preventDefault();
          form.clearErrors();
          void submit(event).then(focusSummary);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          element.current?.requestSubmit();
        }}
      >
        {wrong.length > 0 && <Summary wrong={wrong} scope={element} box={summary} />}
        <StandingNotice form={form} standing={props.standing} />
        {children}
        <div className="cf-buttons">{footer}</div>
      </form>
    </FormProvider>
  );
}

interface SummaryProps {
  wrong: Wrong[];
  scope: RefObject<HTMLFormElement | null>;
  box: RefObject<HTMLDivElement | null>;
}

function Summary({ wrong, scope, box }: SummaryProps) {
  const goTo = (field: string) =>
    scope.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)?.focus();
  const title = wrong.length === 1 ? 'C’è una cosa da correggere' : 'Ci sono cose da correggere';
  return (
    <div ref={box} className="cf-summary" role="alert" tabIndex={-1}>
      <Icon name="warning-circle" />
      <div>
        <p className="cf-summary-title">{wrong.some((one) => one.field) ? title : 'Non salvato'}</p>
        <ul>
          {wrong.map(({ field, message }) => (
            <li key={`${field}${message}`}>
              {field ? (
                <button type="button" onClick={() => goTo(field)}>
                  {message}
                </button>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface SubmitProps {
  children: ReactNode;
  busy?: boolean;
  hint?: ReactNode;
}

/** The primary button of a form. */
export const SubmitButton = ({ children, busy, hint }: SubmitProps) => (
  <Button type="submit" color="primary" aria-disabled={busy}>
    {busy ? 'Salvo…' : children}
    {hint}
  </Button>
);
