import { useCallback, useMemo } from 'react';
import { useAddress } from './useAddress.js';

export interface UrlFilters<Name extends string> {
  filters: Record<Name, string>;
  set: (changes: Partial<Record<Name, string>>) => void;
  clear: () => void;
  /** How many are set. */
  active: number;
}

/**
 * The filters of a list, kept in the address so that it can be shared and reopened.
 * Names are the Italian words of the address; an empty value leaves it.
 */
export function useUrlFilters<Name extends string>(names: readonly Name[]): UrlFilters<Name> {
  const [params, change] = useAddress();
  const filters = useMemo(
    () => Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])),
    [names, params],
  ) as Record<Name, string>;

  const set = useCallback(
    (changes: Partial<Record<Name, string>>) =>
      change((after) => {
        for (const [name, value] of Object.entries<string | undefined>(changes)) {
          if (value) after.set(name, value);
          else after.delete(name);
        }
      }, true),
    [change],
  );

  const clear = useCallback(
    () => set(Object.fromEntries(names.map((name) => [name, ''])) as Record<Name, string>),
    [names, set],
  );
  const active = names.filter((name) => filters[name] !== '').length;
  return { filters, set, clear, active };
}

/** One value of the address, such as the open panel: `const [open, setOpen] = useUrlValue('cifra')`. */
export function useUrlValue(name: string): [string | null, (value: string | null) => void] {
  const [params, change] = useAddress();
  const set = useCallback(
    (value: string | null) =>
      change((after) => (value === null ? after.delete(name) : after.set(name, value))),
    [name, change],
  );
  return [params.get(name), set];
}
