import { Button } from 'design-react-kit';
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

interface Question {
  title: string;
  text?: ReactNode;
  /** The verb of the button: 'Annulla attività', 'Disattiva'. */
  action: string;
  danger?: boolean;
  /** When given, a reason must be written; the answer is that text. */
  reasonLabel?: string;
  /** What else is asked; the asker keeps the answer. */
  fields?: ReactNode;
}

type Asked = Question & { answer: (value: string | null) => void };
type Ask = (question: Question) => Promise<string | null>;

const ConfirmContext = createContext<Ask>(() => Promise.resolve(null));

/** `const reason = await ask({…})`: null when the user steps back, the reason (or '') when not. */
export const useConfirm = () => use(ConfirmContext);

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const ask = useCallback<Ask>(
    (question) =>
      new Promise((resolve) =>
        setAsked({
          ...question,
          answer: (value) => {
            setAsked(null);
            resolve(value);
          },
        }),
      ),
    [],
  );
  return (
    <ConfirmContext value={ask}>
      {children}
      {asked && <ConfirmDialog asked={asked} />}
    </ConfirmContext>
  );
}

function ConfirmDialog({ asked }: { asked: Asked }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    return () => before?.focus?.({ preventScroll: true });
  }, []);
  const submit = () => {
    if (asked.reasonLabel && reason.trim() === '') setMissing(true);
    else asked.answer(reason.trim());
  };
  return (
    <dialog
      ref={dialog}
      className="cf-dialog"
      aria-labelledby="cf-dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        asked.answer(null);
      }}
    >
      <form
        method="dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 id="cf-dialog-title">{asked.title}</h2>
        {asked.text && <p>{asked.text}</p>}
        {asked.fields}
        {asked.reasonLabel && (
          <div className={`cf-field ${missing ? 'has-error' : ''}`}>
            <label htmlFor="cf-dialog-reason">{asked.reasonLabel}</label>
            <textarea
              id="cf-dialog-reason"
              className="form-control"
              rows={3}
              autoFocus
              value={reason}
              aria-invalid={missing}
              aria-describedby={missing ? 'cf-dialog-error' : undefined}
              onChange={(event) => setReason(event.target.value)}
            />
            {missing && (
              <p id="cf-dialog-error" className="cf-field-error">
                Scrivi il motivo: resta nella storia.
              </p>
            )}
          </div>
        )}
        <div className="cf-buttons is-end">
          <Button type="button" color="secondary" outline onClick={() => asked.answer(null)}>
            Torna indietro
          </Button>
          <Button type="submit" color={asked.danger ? 'danger' : 'primary'}>
            {asked.action}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
