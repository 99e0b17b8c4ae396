import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

// From the built program: a thread cannot be started from TypeScript.
const BUILT = join(process.cwd(), 'dist/src');

const MOST_MEGABYTES = 768;
// A thread has memory of its own: so many at once, the others wait their turn.
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** The bytes that a file of `src/` makes of its `workerData`, in a thread of its own: what takes seconds holds nobody up. Its error is the caller's. */
export async function inThread(file: string, workerData: unknown): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await run(file, workerData);
  } finally {
    // The place goes to who waits longest, without being free in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function run(file: string, workerData: unknown): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
    const thread = new Worker(join(BUILT, file), { workerData, resourceLimits });
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error(`${file} ended without an answer`)));
  });
}
