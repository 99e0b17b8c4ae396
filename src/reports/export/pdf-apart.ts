import { inThread } from '../../platform/in-thread.js';
import type { Printable } from './printable.js';

/** Lays the sheet out in a thread of its own: page breaks take seconds, in which the process would answer nobody. */
export const renderPdfApart = (printable: Printable): Promise<Buffer> =>
  inThread('reports/export/pdf-worker.js', printable);
