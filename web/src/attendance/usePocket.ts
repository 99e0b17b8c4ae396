import { useCallback, useEffect, useState } from 'react';
import { api, dataOf } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { enqueue, heldPocket, holdPocket, waiting } from './pocket-store.js';
import type { HeldPocket } from './pocket-store.js';
import type { Holder, Outcome, Waiting } from './pocket-queue.js';
import { ofUser, sendWaiting } from './pocket-send.js';

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

const freshPocket = (user: Holder): Promise<HeldPocket | null> =>
  dataOf(api.GET('/api/v1/attendance/pocket')).then(
    (pocket) => ({ ...pocket, user }),
    () => null,
  );

/** The user who is signed in; without an answer, why there is none. */
async function signedIn(): Promise<Holder | 'offline' | 'signed-out'> {
  try {
    const { id, name } = (await dataOf(api.GET('/api/v1/me'))).user;
    return { id, name };
  } catch (error) {
    return isProblem(error) && error.status === 401 ? 'signed-out' : 'offline';
  }
}

const unsent = (entries: Waiting[]): Waiting[] =>
  entries.filter(({ refused }) => refused === undefined);

const namesOf = (entries: Waiting[]): string[] => [
  ...new Set(entries.map(({ user }) => user?.name ?? 'un altro utente')),
];

/** What the phone holds for its user. */
interface Phone {
  pocket: HeldPocket | null;
  queue: Waiting[];
  /** Other users whose marks wait on this phone: only they can send them. */
  others: string[];
  outcome: Outcome;
}

const EMPTY: Phone = { pocket: null, queue: [], others: [], outcome: 'sent' };

/** Sends what waits, then reads what the phone holds; what waits is newer than what the server says. */
async function synced(): Promise<Phone> {
  const found = await signedIn();
  if (typeof found === 'string') {
    // Without an answer the phone is still in the hands of whose sessions it holds.
    const pocket = (await heldPocket()) ?? null;
    return { pocket, ...(await lying(pocket?.user?.id)), outcome: found };
  }
  const outcome = await sendWaiting(found.id);
  const left = await lying(found.id);
  const fresh = unsent(left.queue).length === 0 ? await freshPocket(found) : null;
  if (fresh) await holdPocket(fresh);
  const held = await heldPocket();
  return { pocket: held?.user?.id === found.id ? held : null, ...left, outcome };
}

async function lying(userId: string | undefined): Promise<Pick<Phone, 'queue' | 'others'>> {
  const all = await waiting();
  const queue = ofUser(all, userId);
  return { queue, others: namesOf(unsent(all).filter((entry) => !queue.includes(entry))) };
}

/** The user's sessions on this phone and the marks that wait to be sent; both survive closed tabs. */
export function usePocket() {
  const [phone, setPhone] = useState(EMPTY);
  const [ready, setReady] = useState(false);
  const sync = useCallback(async () => setPhone(await synced()), []);

  useEffect(() => {
    void keepPages()
      .catch(() => undefined)
      .then(sync)
      .then(() => setReady(true));
    const again = () => void sync();
    window.addEventListener('online', again);
    const timer = setInterval(
      () => void waiting().then((all) => (unsent(all).length > 0 ? sync() : undefined)),
      EVERY,
    );
    return () => {
      window.removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [sync]);

  const add = async (entry: Waiting, changed: HeldPocket) => {
    if (entry.marks.length > 0) await enqueue(entry);
    await holdPocket(changed);
    setPhone((before) => ({ ...before, pocket: changed }));
    await sync();
  };
  return { ...phone, ready, add, sync };
}
