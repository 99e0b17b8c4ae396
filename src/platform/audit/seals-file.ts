import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config.js';
import { CONFIG } from '../config.token.js';

export interface SealHead {
  number: number;
  at: Date;
  /** The last audit entry that the seal covers. */
  lastEntry: string;
  /** Hexadecimal. */
  hash: string;
}

const LINE = /^(\S+) seal (\d{1,15}) entry (\d+) ([0-9a-f]{64})$/;

/** The seals outside the database, one line each, only ever added to: who rewrites the chain does not rewrite this. */
@Injectable()
export class SealsFile {
  readonly path: string;
  private last: number | null = null;

  constructor(@Inject(CONFIG) { auditSealsFile }: Pick<Config, 'auditSealsFile'>) {
    this.path = auditSealsFile;
  }

  /** Number of the newest seal in the file, 0 when it is empty or missing. Read once: afterwards only we add to it. */
  async lastNumber(): Promise<number> {
    if (this.last !== null) return this.last;
    let last = 0;
    for await (const { number } of this.heads()) last = Math.max(last, number);
    return (this.last = last);
  }

  /** Adds the heads and waits until the disk has them. */
  async append(heads: readonly SealHead[]): Promise<void> {
    const newest = heads.at(-1);
    if (!newest) return;
    await mkdir(dirname(this.path), { recursive: true });
    const file = await open(this.path, 'a', 0o600);
    try {
      // A line that a crash cut short stays alone on its line.
      await file.appendFile(`\n${heads.map(lineOf).join('\n')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    this.last = newest.number;
  }

  /** What the file holds, in its order; lines of another form are left out. */
  async *heads(): AsyncGenerator<SealHead> {
    if (!existsSync(this.path)) return;
    const lines = createInterface({ input: createReadStream(this.path), crlfDelay: Infinity });
    for await (const line of lines) {
      const [, at, number, lastEntry, hash] = LINE.exec(line) ?? [];
      if (at && number && lastEntry && hash)
        yield { number: Number(number), at: new Date(at), lastEntry, hash };
    }
  }
}

const lineOf = ({ number, at, lastEntry, hash }: SealHead): string =>
  `${at.toISOString()} seal ${number} entry ${lastEntry} ${hash}`;
