import createClient from 'openapi-fetch';
import { problemOf, unreachable } from './problem.js';
import type { components, paths } from './schema.js';

export type Schemas = components['schemas'];

/** What a reading may be asked: `QueryOf<'/api/v1/activities'>`. */
export type QueryOf<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const RETRIES = 2;
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** A write whose answer got lost is sent again under the same key, so it happens once. */
async function send(request: Request): Promise<Response> {
  const write = WRITES.has(request.method);
  if (write && !request.headers.has('Idempotency-Key')) {
    request.headers.set('Idempotency-Key', crypto.randomUUID());
  }
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetch(request.clone());
    } catch (error) {
      if (request.signal.aborted) throw error;
      if (attempt >= RETRIES) throw unreachable();
      await pause(300 * (attempt + 1));
    }
  }
}

/** The only way to the server. Every refusal is thrown as a `ProblemError`. */
export const api = createClient<paths>({ fetch: send, credentials: 'same-origin' });

api.use({
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
});

/** The body of an answer: `const me = await dataOf(api.GET('/api/v1/me'))`. Throws `ProblemError`. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** Headers of an edit: the version the user saw, and the key that makes the submit safe to repeat. */
export function editHeaders(version: number, key?: string): Record<string, string> {
  return { 'If-Match': `"${version}"`, ...(key ? { 'Idempotency-Key': key } : {}) };
}

export const keyHeader = (key: string): Record<string, string> => ({ 'Idempotency-Key': key });
