import { parentPort, workerData } from 'node:worker_threads';
import { renderPdf } from './pdf.js';
import type { Printable } from './printable.js';

/** The thread of `pdf-apart.ts`: one sheet in, its pages out. An error ends the thread and is the caller's. */
void renderPdf(workerData as Printable).then((bytes) => parentPort?.postMessage(bytes));
