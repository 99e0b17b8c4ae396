import { Failed } from './EmptyState.js';

interface LoadingProps {
  error?: unknown;
  refetch?: () => Promise<unknown>;
  /** Takes the place of a card, not of a page. */
  card?: boolean;
}

/** Stands where data will be: they are on their way, or why they did not come and how to ask again. */
export function Loading({ error, refetch, card }: LoadingProps) {
  if (error) return <Failed error={error} retry={refetch && (() => void refetch())} />;
  return <div className={card ? 'cf-card cf-chart-wait' : 'cf-page-wait'} aria-busy="true" />;
}
