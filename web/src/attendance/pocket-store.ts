import type { Schemas } from '../api/client.js';
import type { Holder, Waiting } from './pocket-queue.js';

export type Pocket = Schemas['Pocket'];
/** A pocket with the user for whom it was taken. */
export type HeldPocket = Pocket & { user?: Holder };
export type PocketSession = Schemas['PocketSession'];

const DATABASE = 'capofila-presenze';
const POCKET = 'pocket';
const QUEUE = 'queue';

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(POCKET);
      request.result.createObjectStore(QUEUE, { keyPath: 'key' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
  return opened;
}

/** One transaction; done when what it wrote is on the disk. */
async function within<T>(
  store: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

export const heldPocket = (): Promise<HeldPocket | undefined> =>
  within<HeldPocket | undefined>(POCKET, 'readonly', (store) => store.get('held'));
export const holdPocket = (pocket: HeldPocket): Promise<unknown> =>
  within(POCKET, 'readwrite', (store) => store.put(pocket, 'held'));
/** What waits to be sent stays: only its own user sends it. */
export const dropPocket = (): Promise<unknown> =>
  within(POCKET, 'readwrite', (store) => store.delete('held'));
export const waiting = (): Promise<Waiting[]> =>
  within<Waiting[]>(QUEUE, 'readonly', (store) => store.getAll());
export const enqueue = (entry: Waiting): Promise<unknown> =>
  within(QUEUE, 'readwrite', (store) => store.put(entry));
export const dequeue = (key: string): Promise<unknown> =>
  within(QUEUE, 'readwrite', (store) => store.delete(key));
