import { useCallback, useLayoutEffect, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';

interface Asked {
  from: string;
  params: URLSearchParams;
  replace: boolean;
}

// The address that was asked for and is not yet that of the page: a change in the same frame builds on it, or it would be lost.
let asked: Asked | null = null;

type Change = (params: URLSearchParams) => void;

/** What the address says after its question mark, and how to change it: `change((params) => params.set('tipo', 'seminar'))`. */
export function useAddress(): [URLSearchParams, (to: Change, replace?: boolean) => void] {
  const { key, search } = useLocation();
  const navigate = useNavigate();
  const params = useMemo(() => new URLSearchParams(search), [search]);
  useLayoutEffect(() => {
    if (asked?.from !== key) asked = null;
  }, [key]);
  const change = useCallback(
    (to: Change, replace = false) => {
      const before = asked?.from === key ? asked : { params: search, replace: true };
      const after = new URLSearchParams(before.params);
      to(after);
      asked = { from: key, params: after, replace: replace && before.replace };
      void navigate(`?${after}`, { replace: asked.replace, preventScrollReset: true });
    },
    [key, search, navigate],
  );
  return [params, change];
}
