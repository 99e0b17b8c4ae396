import { useCallback, useEffect, useState } from 'react';
import { enqueue, heldPocket, holdPocket, waiting } from './pocket-store.js';
import type { Pocket } from './pocket-store.js';
import type { Outcome, Waiting } from './pocket-queue.js';
import { sendWaiting } from './pocket-send.js';

const EVERY = 20_000;

/** Keeps the page's scripts in the worker's cache, so that it opens without the network. */
async function keepPages(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const keep = loaded
    .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/api/'))
    .map(({ pathname }) => pathname);
  const channel = new MessageChannel();
  const kept = new Promise((done) => (channel.port1.onmessage = done));
  active?.postMessage({ keep: [...new Set(keep)] }, [channel.port2]);
  await kept;
}

async function fetchPocket(): Promise<Pocket | null> {
  const answer = await fetch('/api/v1/attendance/pocket').catch(() => null);
  if (answer?.status === 401) return null;
  return answer?.ok ? ((await answer.json()) as Pocket) : null;
}

/** The sessions on this phone and the marks that wait to be sent; both survive closed tabs. */
export function usePocket() {
  const [pocket, setPocket] = useState<Pocket | null>(null);
  const [queue, setQueue] = useState<Waiting[]>([]);
  const [outcome, setOutcome] = useState<Outcome>('sent');
  const [ready, setReady] = useState(false);

  const sync = useCallback(async () => {
    if ((await waiting()).length > 0) setOutcome(await sendWaiting());
    const left = await waiting();
    setQueue(left);
    // What waits is newer than what the server says.
    const fresh = left.length === 0 ? await fetchPocket() : null;
    if (fresh) await holdPocket(fresh);
    setPocket(fresh ?? (await heldPocket()) ?? null);
  }, []);

  useEffect(() => {
    void keepPages()
      .catch(() => undefined)
      .then(sync)
      .then(() => setReady(true));
    const again = () => void sync();
    window.addEventListener('online', again);
    const timer = setInterval(
      () => void waiting().then((all) => (all.length > 0 ? sync() : undefined)),
      EVERY,
    );
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [sync]);

  const add = async (entry: Waiting, changed: Pocket) => {
    await enqueue(entry);
    await holdPocket(changed);
    setPocket(changed);
    await sync();
  };
  return { pocket, queue, outcome, ready, add, sync };
}
