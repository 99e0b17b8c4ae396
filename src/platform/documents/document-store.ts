import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Config } from '../../config.js';
import { Clock } from '../../kernel/dates.js';
import { Problem } from '../../kernel/errors.js';
import { InjectConfig } from '../config.token.js';

/** A file that has arrived whole but belongs to nothing yet: keep it or drop it. */
export interface ReceivedFile {
  path: string;
  /** Lower-case hexadecimal. */
  sha256: string;
  size: number;
}

const ABANDONED_MS = 24 * 3600 * 1000;

/** Files outside the database under the name of their content: the same bytes are stored once. */
@Injectable()
export class DocumentStore implements OnModuleInit {
  private readonly root: string;
  private readonly arriving: string;

  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.root = join(config.dataDir, 'documents');
    this.arriving = join(this.root, 'arriving');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.arriving, { recursive: true, mode: 0o700 });
    await this.dropAbandoned();
  }

  /** Streams to a temporary file while hashing. Too large is 413; an interrupted stream leaves no file. */
  async receive(stream: Readable, most = this.config.documentMaxBytes): Promise<ReceivedFile> {
    const path = join(this.arriving, randomUUID());
    const measure = new Measure(most);
    try {
      await pipeline(stream, measure, createWriteStream(path, { mode: 0o600, flush: true }));
    } catch (error) {
      await rm(path, { force: true });
      throw noSpace(error) ?? error;
    }
    return { path, sha256: measure.digest(), size: measure.size };
  }

  /** Moves the file under its hash; safe to repeat and for the same content at once. */
  async keep({ path, sha256 }: ReceivedFile): Promise<void> {
    const place = this.placeOf(sha256);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    await rename(path, place).catch((error: unknown) => this.expectKept(error, sha256));
    await persist(dirname(place));
  }

  async drop({ path }: ReceivedFile): Promise<void> {
    await rm(path, { force: true });
  }

  /** Deletes content that no row names any more. */
  async forget(sha256: string): Promise<void> {
    await rm(this.placeOf(sha256), { force: true });
  }

  /** Every stored content, with the time in milliseconds at which it was last stored. */
  async *kept(): AsyncGenerator<{ sha256: string; storedAt: number }> {
    for await (const entry of await opendir(this.root, { recursive: true })) {
      if (!entry.isFile() || !/^[0-9a-f]{64}$/.test(entry.name)) continue;
      const found = await stat(join(entry.parentPath, entry.name)).catch(() => null);
      if (found) yield { sha256: entry.name, storedAt: found.mtimeMs };
    }
  }

  read(sha256: string): ReadStream {
    return createReadStream(this.placeOf(sha256));
  }

  async holds(sha256: string): Promise<boolean> {
    return stat(this.placeOf(sha256)).then(
      () => true,
      () => false,
    );
  }

  /** Whether the stored bytes are still those that were stored. */
  async isIntact(sha256: string): Promise<boolean> {
    if (!(await this.holds(sha256))) return false;
    const hash = createHash('sha256');
    await pipeline(this.read(sha256), hash);
    return hash.digest('hex') === sha256;
  }

  /** A repeated transaction finds the file already in its place. */
  private async expectKept(error: unknown, sha256: string): Promise<void> {
    if (!(await this.holds(sha256))) throw error;
  }

  private placeOf(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** A process killed during an upload cannot clean up after itself. */
  private async dropAbandoned(): Promise<void> {
    for (const name of await readdir(this.arriving)) {
      const path = join(this.arriving, name);
      const found = await stat(path).catch(() => null);
      if (found && this.clock.now().getTime() - found.mtimeMs > ABANDONED_MS)
        await rm(path, { force: true });
    }
  }
}

class Measure extends Transform {
  size = 0;
  private readonly hash = createHash('sha256');

  constructor(private readonly most: number) {
    super();
  }

  override _transform(
    chunk: Buffer,
    _: BufferEncoding,
    done: (error?: Error, chunk?: Buffer) => void,
  ): void {
    this.size += chunk.length;
    if (this.size > this.most) return done(tooLarge(this.most));
    this.hash.update(chunk);
    done(undefined, chunk);
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

const MEGABYTE = 1024 * 1024;

export const tooLarge = (most: number): Problem =>
  new Problem(
    413,
    'document.size',
    `Il documento supera ${Math.floor(most / MEGABYTE)} MB: riducilo o dividilo e riprova.`,
  );

/** The disk is full, or what this account may write on it. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

function noSpace(error: unknown): Problem | null {
  if (!FULL.includes((error as NodeJS.ErrnoException).code ?? '')) return null;
  return new Problem(
    507,
    'document.space',
    'Lo spazio per i documenti è esaurito: avvisa chi amministra il sistema e riprova più tardi.',
  );
}

/** A rename is durable only when its folder is. */
async function persist(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
