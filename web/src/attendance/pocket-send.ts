import { keyAt, sendFrom } from './pocket-queue.js';
import type { Outcome, Waiting } from './pocket-queue.js';
import * as store from './pocket-store.js';

/** Sends what waits on this phone, one tab at a time. */
export const sendWaiting = (): Promise<Outcome> =>
  navigator.locks.request('capofila-presenze', () => sendFrom(store, post));

const post = ({ projectId, marks, key }: Waiting): Promise<Response | null> =>
  fetch(`/api/v1/projects/${projectId}/attendance`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ marks }),
    credentials: 'same-origin',
  }).catch(() => null);

export const newKey = (): string => keyAt(Date.now(), crypto.randomUUID());
