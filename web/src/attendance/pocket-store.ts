import type { Schemas } from '../api/client.js';
import type { Waiting } from './pocket-queue.js';

export type Pocket = Schemas['Pocket'];
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

export const heldPocket = (): Promise<Pocket | undefined> =>
  within<Pocket | undefined>(POCKET, 'readonly', (store) => store.get('held'));
export const holdPocket = (pocket: Pocket): Promise<unknown> =>
  within(POCKET, 'readwrite', (store) => store.put(pocket, 'held'));
export const waiting = (): Promise<Waiting[]> =>
  within<Waiting[]>(QUEUE, 'readonly', (store) => store.getAll());
export const enqueue = (entry: Waiting): Promise<unknown> =>
  within(QUEUE, 'readwrite', (store) => store.put(entry));
export const dequeue = (key: string): Promise<unknown> =>
  within(QUEUE, 'readwrite', (store) => store.delete(key));
