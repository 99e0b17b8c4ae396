import type { KeyboardEvent, ReactNode } from 'react';
import { Icon } from './Icon.js';

/** By which column a list is sorted: its name, with a minus when the greatest comes first. */
export interface Sort {
  value: string;
  set: (value: string) => void;
}

export const ariaSort = (value: string, name: string) =>
  value === name ? 'ascending' : value === `-${name}` ? 'descending' : 'none';

interface SortButtonProps {
  name: string;
  sort: Sort;
  children: ReactNode;
}

// Inside a grid its keys are its own.
const keep = (event: KeyboardEvent) => event.key !== 'Escape' && event.stopPropagation();

/** The words of a column's head, which sort by it, and the other way round when they did. */
export function SortButton({ name, sort, children }: SortButtonProps) {
  const direction = ariaSort(sort.value, name);
  return (
    <button
      type="button"
      className="cf-sort"
      onKeyDown={keep}
      onClick={() => sort.set(direction === 'ascending' ? `-${name}` : name)}
    >
      {children}
      {direction !== 'none' && (
        <Icon name={direction === 'ascending' ? 'arrow-up-triangle' : 'arrow-down-triangle'} />
      )}
    </button>
  );
}
