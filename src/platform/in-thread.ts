import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

// From the built program: a thread cannot be started from TypeScript.
const BUILT = join(process.cwd(), 'dist/src');

const MOST_MEGABYTES = 768;
// A thread has memory of its own: two at once, the others wait their turn.
const lanes = [Promise.resolve(), Promise.resolve()];
let turn = 0;

/** The bytes that a file of `src/` makes of its `workerData`, in a thread of its own: what takes seconds holds nobody up. Its error is the caller's. */
export function inThread(file: string, workerData: unknown): Promise<Buffer> {
  const lane = turn++ % lanes.length;
  const made = lanes[lane]!.then(() => run(file, workerData));
  lanes[lane] = made.then(
    () => undefined,
    () => undefined,
  );
  return made;
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
