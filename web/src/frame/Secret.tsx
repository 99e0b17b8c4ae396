import { Button } from 'design-react-kit';
import { useId } from 'react';
import { Icon } from './Icon.js';
import { useToast } from './toast.js';

interface SecretProps {
  label: string;
  value: string;
  note: string;
}

/** A secret shown this once, to be copied. */
export function Secret({ label, value, note }: SecretProps) {
  const id = useId();
  const toast = useToast();
  const copy = () =>
    void navigator.clipboard.writeText(value).then(
      () => toast({ text: 'Copiato.' }),
      () =>
        toast({
          text: 'Il browser non permette di copiare: seleziona il testo e copialo.',
          tone: 'bad',
        }),
    );
  return (
    <div className="cf-field cf-secret">
      <label htmlFor={id}>{label}</label>
      <div className="cf-input-row">
        <input
          id={id}
          className="form-control"
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          aria-describedby={`${id}-note`}
        />
        <Button type="button" color="primary" outline size="sm" onClick={copy}>
          <Icon name="copy" />
          Copia
        </Button>
      </div>
      <p id={`${id}-note`} className="cf-help">
        {note}
      </p>
    </div>
  );
}
