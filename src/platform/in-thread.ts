import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

// From the built program: a thread cannot be started from TypeScript.
const BUILT = join(process.cwd(), 'dist/src');

/** The bytes that a file of `src/` makes of its `workerData`, in a thread of its own: what takes seconds holds nobody up. Its error is the caller's. */
export function inThread(file: string, workerData: unknown): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(join(BUILT, file), { workerData });
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error(`${file} ended without an answer`)));
  });
}
