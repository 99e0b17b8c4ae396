import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './data-directory.js';
import { type EmbeddedFolder, isAlive, serverEnvironment } from './embedded-folder.js';
import type { PostgresBinaries } from './postgres-binaries.js';
import { StartRefused } from './start-refused.js';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;
const WATCH_EVERY_MS = 200;
const LONGEST_LOG_BYTES = 5_000_000;
/** What PostgreSQL says while another server, or what is left of one, still holds the folder. */
const HELD = /already exists|is in use|still in use|pre-existing shared memory/;

export interface Running {
  pid: number;
  port: number;
  adopted: boolean;
}

export interface ServerParts {
  folder: EmbeddedFolder;
  binaries: PostgresBinaries;
  account: Account | null;
  durable: boolean;
  /** Whether a client can sign in on this port with our password: the server is ours and ready. */
  answers: (port: number) => Promise<boolean>;
}

/** One PostgreSQL server process on one folder: started or taken over, watched, stopped. */
export class EmbeddedServer {
  private running: Running | null = null;
  private watch: NodeJS.Timeout | undefined;

  constructor(private readonly parts: ServerParts) {}

  /** Starts the server or takes over the one that a killed program left. Throws an Italian sentence. */
  async start(port?: number): Promise<Running> {
    const { folder, answers } = this.parts;
    const limit = Date.now() + START_LIMIT_MS;
    while (Date.now() < limit) {
      const found = this.status();
      if (!found) {
        this.running = await this.launch(port ?? (await freePort()), limit);
      } else if (found.ready && (await answers(found.port))) {
        this.running = { pid: found.pid, port: found.port, adopted: true };
      }
      if (this.running) return this.running;
      await pause(100);
    }
    throw new StartRefused(
      `PostgreSQL non è partito entro ${START_LIMIT_MS / 1000} secondi: vedere ${folder.log}.`,
    );
  }

  /** Starts the server again, on the same port, whenever it dies. `onLost` hears why that was not possible. */
  keepAlive(onLost: (error: Error) => void): void {
    this.watch = setTimeout(() => {
      this.revive().then(
        () => this.watch && this.keepAlive(onLost),
        (error: Error) => onLost(error),
      );
    }, WATCH_EVERY_MS);
    this.watch.unref();
  }

  /** Fast shutdown: open transactions are rolled back, committed ones are on the disk. */
  async stop(): Promise<void> {
    this.leave();
    const pid = this.status()?.pid;
    if (pid === undefined) return;
    process.kill(pid, 'SIGINT');
    const limit = Date.now() + STOP_LIMIT_MS;
    // The next start may have its own server on these data at once: that one is not waited for.
    while (this.status()?.pid === pid) {
      if (Date.now() > limit)
        throw new StartRefused(`PostgreSQL non si è fermato (processo ${pid}).`);
      await pause(20);
    }
  }

  /** No longer watches the server, which goes on. */
  leave(): void {
    clearTimeout(this.watch);
    this.watch = undefined;
  }

  private async revive(): Promise<void> {
    const before = this.running;
    if (!before || livesIn(this.parts.folder.data, before.pid)) return;
    this.running = null;
    const { port } = await this.start(before.port);
    if (port === before.port) return;
    throw new StartRefused('Un altro avvio del programma ha preso la base dati: questo si ferma.');
  }

  /** The server that the pid file names, if it lives on our data; a file that nobody owns is removed. */
  private status(): { pid: number; port: number; ready: boolean } | null {
    const { data, pidFile } = this.parts.folder;
    const lines = readText(pidFile)?.split('\n');
    if (!lines) return null;
    const pid = Number(lines[0]);
    if (livesIn(data, pid)) {
      return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
    }
    // After a restart of the machine the number may be a stranger's, and PostgreSQL would refuse to start.
    if (isDeserted(data)) fs.rmSync(pidFile, { force: true });
    return null;
  }

  /** Null when somebody else still holds the folder and another try makes sense. */
  private async launch(port: number, limit: number): Promise<Running | null> {
    const { log } = this.parts.folder;
    const logged = sizeOf(log);
    const child = this.spawnServer(port);
    if (await this.becomesReady(child, port, limit)) {
      return { pid: child.pid!, port, adopted: false };
    }
    const said = readText(log)?.slice(logged).trim() ?? '';
    if (HELD.test(said)) return null;
    throw new StartRefused(`PostgreSQL non è partito. In ${log} si legge: ${said.slice(-600)}`);
  }

  private async becomesReady(child: ChildProcess, port: number, limit: number): Promise<boolean> {
    let exited = false;
    child.once('exit', () => (exited = true));
    child.once('error', () => (exited = true));
    while (!exited && Date.now() < limit) {
      const status = this.status();
      const ready = status?.pid === child.pid && status?.ready;
      if (ready && (await this.parts.answers(port))) return true;
      await pause(20);
    }
    return false;
  }

  private spawnServer(port: number): ChildProcess {
    const { folder, binaries, account, durable } = this.parts;
    if (sizeOf(folder.log) > LONGEST_LOG_BYTES) fs.truncateSync(folder.log);
    const log = fs.openSync(folder.log, 'a', 0o600);
    const options = ['-D', folder.data, '-p', String(port), ...settings(durable)];
    const child = spawn(binaries.postgres, options, {
      ...(account && { uid: account.uid, gid: account.gid }),
      env: serverEnvironment(),
      cwd: tmpdir(),
      stdio: ['ignore', log, log],
      // Ctrl-C must reach us only: we stop the server after our last query.
      detached: true,
    });
    fs.closeSync(log);
    child.unref();
    return child;
  }
}

function settings(durable: boolean): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    // The indexes of a million activities stay in memory, and a page is written whole once per checkpoint, not once per minute.
    shared_buffers: sharedBuffers(),
    max_wal_size: '4GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The details of a refused statement repeat personal data.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(!durable && { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** An eighth of the machine, as far as it helps: a laptop keeps the rest for its user. */
function sharedBuffers(): string {
  const mebibytes = Math.floor(totalmem() / 8 / 1_048_576);
  return `${Math.min(512, Math.max(128, mebibytes))}MB`;
}

/** Whether the process exists and is a PostgreSQL of ours: the working folder of each of them is its data folder. */
function livesIn(data: string, pid: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(data);
  } catch {
    return false;
  }
}

function isDeserted(data: string): boolean {
  if (process.platform !== 'linux') return false;
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return !pids.some((pid) => livesIn(data, Number(pid)));
}

function sizeOf(path: string): number {
  return fs.statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function readText(path: string): string | null {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
