import { useEffect, useState } from 'react';

const TYPING = 'input, textarea, select, [role=grid], dialog[open]';

/** A block pasted over the page, where nothing else takes it: null when there is none. */
export function usePaste(active: boolean) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    if (!active) return;
    const listen = (event: ClipboardEvent) => {
      if (document.querySelector('dialog[open]')) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (!/[\t\n]/.test(pasted)) return;
      event.preventDefault();
      setText(pasted);
    };
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, [active]);
  return { text, open: () => setText(''), close: () => setText(null) };
}
