import { AsyncLocalStorage } from 'node:async_hooks';

/** What the running request is, for the transaction, the audit and the log. */
export interface RequestContext {
  requestId: string;
  userId: string | null;
  idempotencyKey: string | null;
  /** Keyed hash of method, address and body: what "the same request" means. */
  bodyHash: Buffer | null;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const requestContext = {
  /** Undefined outside a request: jobs, the operator's commands, the demonstration. */
  get: (): RequestContext | undefined => storage.getStore(),
  run: <T>(context: RequestContext, work: () => T): T => storage.run(context, work),
};
