import { parentPort, workerData } from 'node:worker_threads';
import { renderRegister, type PrintedRegister } from './register-pdf.js';

/** The thread of a register: what it says in, its pages out. An error ends the thread and is the caller's. */
void renderRegister(workerData as PrintedRegister).then((bytes) => parentPort?.postMessage(bytes));
