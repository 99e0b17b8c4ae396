import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const RETRY_MS = 100;
const REGAIN_LIMIT_MS = 90_000;

/**
 * Says "these data are in use" as long as our connection lives. The database frees it by itself when the program dies,
 * however it dies.
 */
export class DataLock {
  private released = false;

  private constructor(
    private readonly url: string,
    private client: pg.Client,
    private readonly onLost: (error: Error) => void,
  ) {
    this.listen();
  }

  /**
   * Waits for a program that is just ending. Null when another one holds the lock. `onLost` hears that it was lost and
   * somebody else has it.
   */
  static async take(
    url: string,
    patienceMs: number,
    onLost: (error: Error) => void,
  ): Promise<DataLock | null> {
    for (let left = patienceMs; ; left -= RETRY_MS) {
      const client = await holder(url);
      if (client) return new DataLock(url, client, onLost);
      if (left <= 0) return null;
      await pause(RETRY_MS);
    }
  }

  /** The lock stays until its connection ends, but its end is no longer a loss. */
  forget(): void {
    this.released = true;
  }

  private listen(): void {
    this.client.once('end', () => {
      if (!this.released) this.regain().catch(this.onLost);
    });
  }

  /** The server may have been killed and started again under us. */
  private async regain(): Promise<void> {
    const limit = Date.now() + REGAIN_LIMIT_MS;
    while (!this.released) {
      try {
        const client = await holder(this.url);
        if (!client) throw new Taken();
        this.client = client;
        return this.listen();
      } catch (error) {
        if (error instanceof Taken || Date.now() > limit) throw error;
      }
      await pause(RETRY_MS);
    }
  }
}

class Taken extends Error {
  constructor() {
    super('Un altro avvio del programma ha preso questi dati: questo si ferma.');
  }
}

async function holder(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>(
      "SELECT pg_try_advisory_lock(hashtext('capofila.data')) AS held",
    );
    if (rows[0]?.held) return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  await client.end();
  return null;
}
