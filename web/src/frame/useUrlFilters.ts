import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

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
  const [params, setParams] = useSearchParams();
  const filters = useMemo(
    () => Object.fromEntries(names.map((name) => [name, params.get(name) ?? ''])),
    [names, params],
  ) as Record<Name, string>;

  const set = useCallback(
    (changes: Partial<Record<Name, string>>) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | undefined>(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
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
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string | null) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === null) after.delete(name);
          else after.set(name, value);
          return after;
        },
        { preventScrollReset: true },
      ),
    [name, setParams],
  );
  return [params.get(name), set];
}
