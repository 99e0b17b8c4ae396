import { parentPort, workerData } from 'node:worker_threads';
import { sheetFile, type Sheet, type SheetFormat } from './sheet-file.js';

/** The thread of a long sheet: format and sheet in, its file out. An error ends the thread and is the caller's. */
const { format, sheet } = workerData as { format: SheetFormat; sheet: Sheet };
void sheetFile(format, sheet).then((bytes) => parentPort?.postMessage(bytes));
