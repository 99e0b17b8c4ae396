import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useConfirm } from './confirm.js';

export const LOSING = {
  title: 'Ci sono modifiche non salvate',
  text: 'Se continui, quello che hai scritto va perso.',
  action: 'Continua senza salvare',
  danger: true,
};

const NOTHING: readonly string[] = [];

/**
 * Asks before what was typed is lost: when the page is left or reloaded, and when one of the names of
 * the address changes under which the page shows something else.
 */
export function useUnsaved(unsaved: boolean, under: readonly string[] = NOTHING): void {
  const ask = useConfirm();
  const blocker = useBlocker(({ currentLocation: from, nextLocation: to }) => {
    const [before, after] = [new URLSearchParams(from.search), new URLSearchParams(to.search)];
    const changes = under.some((name) => before.get(name) !== after.get(name));
    return unsaved && (from.pathname !== to.pathname || changes);
  });
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void ask(LOSING).then((answer) => (answer === null ? blocker.reset() : blocker.proceed()));
  }, [blocker, ask]);
  useEffect(() => {
    if (!unsaved) return;
    const stop = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stop);
    return () => window.removeEventListener('beforeunload', stop);
  }, [unsaved]);
}
