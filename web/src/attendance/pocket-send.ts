import { api, keyHeader } from '../api/client.js';
import { type ProblemError, problemIn } from '../api/problem.js';
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

const post = ({ projectId, marks, key }: Waiting): Promise<ProblemError | null> =>
  problemIn(
    api.POST('/api/v1/projects/{projectId}/attendance', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body: { marks },
    }),
  );

export const newKey = (): string => keyAt(Date.now(), crypto.randomUUID());
