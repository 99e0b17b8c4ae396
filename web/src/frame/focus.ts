import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * Another page is read from its beginning: its content takes the focus and the window goes to the top. A part of the
 * same page (`/progetti/x/piano`) keeps the focus on its tab, unless what had it is gone.
 */
export function useFocusOnNavigation() {
  const content = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    const another = pageOf(before.current) !== pageOf(pathname);
    before.current = pathname;
    if (document.querySelector('dialog[open]')) return;
    if (another) window.scrollTo(0, 0);
    if (another || document.activeElement === document.body) {
      content.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return content;
}

/** The page of an address without its parts: '/progetti/x/piano' → 'progetti/x'. */
const pageOf = (pathname: string): string => pathname.split('/').slice(1, 3).join('/');
