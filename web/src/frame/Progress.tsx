import { Button } from 'design-react-kit';
import { percent } from './format.js';

interface ProgressProps {
  /** What is being done: 'Preparo il PDF'. */
  label: string;
  /** From 0 to 1; null while it cannot be known. */
  value: number | null;
  /** 'riga 300 di 1.200'. */
  detail?: string;
  onCancel?: () => void;
}

/** The progress of a job or an upload, with a count and, where possible, a way to stop it. */
export function Progress({ label, value, detail, onCancel }: ProgressProps) {
  return (
    <div className="cf-progress" role="status">
      <div className="cf-progress-words">
        <span>{label}</span>
        <span>{detail ?? (value === null ? '' : percent(value, 0))}</span>
        {onCancel && (
          <Button type="button" color="link" size="sm" onClick={onCancel}>
            Interrompi
          </Button>
        )}
      </div>
      <progress aria-label={label} max={1} value={value ?? undefined} />
    </div>
  );
}
