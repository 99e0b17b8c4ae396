import { Button } from 'design-react-kit';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { DefaultValues, FieldValues, Path } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { Form, SubmitButton } from './Form.js';
import { SidePanel } from './SidePanel.js';
import { useToast } from './toast.js';
import type { Standing } from './useSeen.js';

interface EditPanelProps<Values extends FieldValues, Saved> {
  title: string;
  lead?: ReactNode;
  /** Name of the form, where the title is not one. */
  label?: string;
  /** What the form starts from. */
  values: Values;
  /** Of a row that others changed meanwhile. */
  standing?: Standing<Values>;
  /** Sends the values under an idempotency key. */
  write: (values: Values, key: string) => Promise<Saved>;
  /** Asks again for what the write has changed. */
  changed: () => Promise<unknown>;
  /** What the message says once it is saved. */
  said: string | ((saved: Saved) => string);
  /** What else follows, such as opening what was made. */
  after?: (saved: Saved) => void;
  close: () => void;
  /** Member of the body → field of the form, where the names differ. */
  fieldOf?: Record<string, Path<Values>>;
  wide?: boolean;
  /** The word of the button, 'Salva' when left out. */
  submit?: string;
  /** A second button: taking the thing away. */
  remove?: { label: string; act: () => void };
  children: ReactNode;
}

/** A panel with one form: saves, says so, closes. */
export function EditPanel<Values extends FieldValues, Saved>(props: EditPanelProps<Values, Saved>) {
  const { title, lead, values, said, changed, close, fieldOf, wide, remove, children } = props;
  const form = useForm<Values>({ defaultValues: values as DefaultValues<Values> });
  const write = useWrite(props.write);
  const toast = useToast();
  const box = useRef<HTMLDivElement>(null);
  // With a mouse and keys the first field is where one goes on; on a phone it would open the keyboard over the form.
  useEffect(() => {
    if (!matchMedia('(pointer: fine)').matches) return;
    box.current?.querySelector<HTMLElement>('[data-field]')?.focus();
  }, []);
  const save = async (typed: Values) => {
    const saved = await write.mutateAsync(typed);
    await changed();
    toast({ text: typeof said === 'string' ? said : said(saved) });
    close();
    props.after?.(saved);
  };
  return (
    <SidePanel title={title} lead={lead} onClose={close} wide={wide}>
      <Form
        form={form}
        onSubmit={save}
        fieldOf={fieldOf}
        label={props.label ?? title}
        standing={props.standing}
        footer={
          <>
            <SubmitButton busy={form.formState.isSubmitting}>
              {props.submit ?? 'Salva'}
            </SubmitButton>
            {remove && (
              <Button type="button" color="danger" outline onClick={remove.act}>
                {remove.label}
              </Button>
            )}
          </>
        }
      >
        <div ref={box} className="cf-form-fields">
          {children}
        </div>
      </Form>
    </SidePanel>
  );
}
