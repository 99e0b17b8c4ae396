import { useLayoutEffect, useRef } from 'react';

const TYPING = 'input, textarea, select, [contenteditable=true], dialog[open]';

/** One plain key as a shortcut of the page, silent while somebody types or a dialog is open. */
export function useKey(key: string, action: () => void): void {
  const latest = useRef(action);
  useLayoutEffect(() => {
    latest.current = action;
  });
  // Before the page is drawn: what can be seen can be pressed.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.toLowerCase() !== key || document.querySelector('dialog[open]')) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [key]);
}
