import { keyAt, sendFrom } from './pocket-queue.js';
import type { Outcome, Waiting } from './pocket-queue.js';
import * as store from './pocket-store.js';

/** Sends what waits on this phone of the user who is signed in, one tab at a time. */
export const sendWaiting = (userId: string): Promise<Outcome> =>
  navigator.locks.request('capofila-presenze', () =>
    sendFrom({ ...store, waiting: async () => ofUser(await store.waiting(), userId) }, post),
  );

export const ofUser = (entries: Waiting[], userId: string | undefined): Waiting[] =>
  entries.filter(({ user }) => user?.id === userId);

const post = ({ projectId, marks, key }: Waiting): Promise<Response | null> =>
  fetch(`/api/v1/projects/${projectId}/attendance`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ marks }),
    credentials: 'same-origin',
  }).catch(() => null);

export const newKey = (): string => keyAt(Date.now(), crypto.randomUUID());
