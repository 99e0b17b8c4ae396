import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './program.mjs';

/** The load client, one task at a time. */
export function startClient() {
  const child = fork(join(root, 'bench/load.mjs'));
  const give = async (task) => {
    child.send(task);
    const [{ result, error }] = await once(child, 'message');
    if (error) throw new Error(`${task.kind}: ${error}`);
    return result;
  };
  return {
    pid: child.pid,
    give,
    /** Adds activities to a database, by one of the ways to write. */
    async write(database, kind, { clients, seconds, hot = false, port }) {
      const { ground, runtimeUrl: url, next } = database;
      const result = await give({ kind, clients, seconds, hot, port, url, ground, next });
      database.next = result.next;
      if (kind !== 'bareInsert') database.added = (database.added ?? 0) + result.count;
      return result;
    },
    stop: () => child.connected && child.disconnect(),
  };
}
