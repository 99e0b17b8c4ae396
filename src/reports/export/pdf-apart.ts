import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Printable } from './printable.js';

// From the built program: a thread cannot be started from TypeScript.
const THREAD = join(process.cwd(), 'dist/src/reports/export/pdf-worker.js');

/** Lays the sheet out in a thread of its own: page breaks take seconds, in which the process would answer nobody. */
export function renderPdfApart(printable: Printable): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: printable });
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the layout of the pages ended without pages')));
  });
}
