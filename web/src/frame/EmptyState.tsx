import { Button } from 'design-react-kit';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api/problem.js';
import { Icon } from './Icon.js';

interface EmptyStateProps {
  title: string;
  /** What to do next. */
  text?: ReactNode;
  icon?: string;
  action?: ReactNode;
}

export function EmptyState({ title, text, icon = 'inbox', action }: EmptyStateProps) {
  return (
    <div className="cf-empty">
      <Icon name={icon} />
      <p className="cf-empty-title">{title}</p>
      {text && <p>{text}</p>}
      {action}
    </div>
  );
}

interface FailedProps {
  error: unknown;
  retry?: () => void;
}

/** A request that failed, with the server's words and a way on. */
export function Failed({ error, retry }: FailedProps) {
  return (
    <div className="cf-failed" role="alert">
      <Icon name="warning-circle" />
      <p>{sentenceOf(error)}</p>
      {retry && (
        <Button type="button" color="primary" outline size="sm" onClick={retry}>
          Riprova
        </Button>
      )}
    </div>
  );
}
