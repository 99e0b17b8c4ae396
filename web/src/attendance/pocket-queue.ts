import type { components } from '../api/schema.js';

/** Whose marks and sheets a device holds. */
export interface Holder {
  id: string;
  name: string;
}

/** Marks on their way: the key makes the server write them once, however often they are sent. */
export interface Waiting {
  key: string;
  user?: Holder;
  projectId: string;
  marks: components['schemas']['Mark'][];
  /** Why the server refused them. */
  refused?: string;
}

export type Outcome = 'sent' | 'offline' | 'signed-out' | 'refused';

/** Where marks wait; what it has said to hold survives a closed tab. */
export interface Queue {
  waiting(): Promise<Waiting[]>;
  enqueue(entry: Waiting): Promise<unknown>;
  dequeue(key: string): Promise<unknown>;
}

/** Sends marks once; answers null when they were taken. Status 0: no answer came, whatever became of the request. */
export type Post = (entry: Waiting) => Promise<{ status: number; message: string } | null>;

/**
 * Sends what waits, in the order in which it was written, and stops where nothing gets through: a later mark never overtakes
 * an earlier one. An entry leaves the queue only when its answer came; sent again under its key, it is written once.
 */
export async function sendFrom(queue: Queue, post: Post): Promise<Outcome> {
  let outcome: Outcome = 'sent';
  const entries = (await queue.waiting()).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const entry of entries.filter(({ refused }) => refused === undefined)) {
    const result = await sendOne(queue, post, entry);
    if (result === 'sent') await queue.dequeue(entry.key);
    else outcome = result;
    if (result === 'offline' || result === 'signed-out') break;
  }
  return outcome;
}

async function sendOne(queue: Queue, post: Post, entry: Waiting): Promise<Outcome> {
  const problem = await post(entry);
  if (problem === null) return 'sent';
  const { status, message } = problem;
  if (status === 401) return 'signed-out';
  if (status === 0 || status >= 500 || status === 429) return 'offline';
  await queue.enqueue({ ...entry, refused: message });
  return 'refused';
}

/** Keys sort by the moment at which they were made, milliseconds since 1970. */
export const keyAt = (moment: number, name: string): string =>
  `presenze-${String(moment).padStart(15, '0')}-${name}`;
