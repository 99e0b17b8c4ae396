import { dequeue, enqueue, waiting } from './pocket-store.js';
import type { Waiting } from './pocket-store.js';

export type Outcome = 'sent' | 'offline' | 'signed-out' | 'refused';

/** Sends what waits, in the order in which it was written; stops where nothing gets through. One tab at a time. */
export const sendWaiting = (): Promise<Outcome> =>
  navigator.locks.request('capofila-presenze', async () => {
    let outcome: Outcome = 'sent';
    const entries = (await waiting()).toSorted((a, b) => a.key.localeCompare(b.key));
    for (const entry of entries.filter(({ refused }) => refused === undefined)) {
      const result = await sendOne(entry);
      if (result === 'sent') await dequeue(entry.key);
      else outcome = result;
      if (result === 'offline' || result === 'signed-out') break;
    }
    return outcome;
  });

async function sendOne(entry: Waiting): Promise<Outcome> {
  const answer = await post(entry);
  if (answer === null) return 'offline';
  if (answer.ok) return 'sent';
  if (answer.status === 401) return 'signed-out';
  if (answer.status >= 500 || answer.status === 429) return 'offline';
  const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
  await enqueue({ ...entry, refused: detail ?? 'Il server non accetta queste presenze.' });
  return 'refused';
}

const post = ({ projectId, marks, key }: Waiting): Promise<Response | null> =>
  fetch(`/api/v1/projects/${projectId}/attendance`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ marks }),
    credentials: 'same-origin',
  }).catch(() => null);

/** Keys sort by the moment at which they were made. */
export const newKey = (): string =>
  `presenze-${String(Date.now()).padStart(15, '0')}-${crypto.randomUUID()}`;
