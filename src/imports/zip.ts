import { open, type FileHandle } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { badFile, unreadable } from './import-problems.js';

/** A file inside an archive, as the archive declares it. */
export interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  size: number;
  offset: number;
}

const MEGABYTE = 1024 * 1024;
const MOST_ENTRIES = 2000;
const MOST_BYTES = 300 * MEGABYTE;
const MOST_RATIO = 200;
/** Small files pack well without meaning harm. */
const RATIO_FROM = MEGABYTE;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** An archive whose declared sizes are within bounds; real sizes are measured while it is read. Throws 422. */
export class Zip {
  private constructor(
    private readonly path: string,
    readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  static async open(path: string): Promise<Zip> {
    const file = await open(path);
    try {
      const entries = await directoryOf(file);
      assertSane(entries);
      return new Zip(path, new Map(entries.map((entry) => [entry.name, entry])));
    } finally {
      await file.close();
    }
  }

  /** The text of a file inside, piece by piece; more than it declared is refused at once. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (!entry) return;
    const decoder = new TextDecoder('utf-8');
    let size = 0;
    for await (const chunk of await this.open(entry)) {
      size += (chunk as Buffer).length;
      if (size > entry.size) throw bomb();
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
  }

  private async open({ offset, packed, method }: ZipEntry): Promise<Readable> {
    const start = offset + (await this.headLength(offset));
    if (packed === 0) throw unreadable();
    const raw = createReadStream(this.path, { start, end: start + packed - 1 });
    if (method === STORED) return raw;
    const inflated = createInflateRaw();
    raw.on('error', (error) => inflated.destroy(error));
    inflated.on('close', () => raw.destroy());
    return raw.pipe(inflated);
  }

  private async headLength(offset: number): Promise<number> {
    const file = await open(this.path);
    try {
      const head = await bytes(file, offset, 30);
      if (head.readUInt32LE(0) !== LOCAL) throw unreadable();
      return 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    } finally {
      await file.close();
    }
  }
}

async function bytes(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw unreadable();
  return buffer;
}

async function directoryOf(file: FileHandle): Promise<ZipEntry[]> {
  const { size } = await file.stat();
  const length = Math.min(size, END_LENGTH + LONGEST_COMMENT);
  const tail = await bytes(file, size - length, length);
  let end = tail.length - END_LENGTH;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw unreadable();
  const count = tail.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw bomb();
  const directory = await bytes(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  return entriesIn(directory, count);
}

function entriesIn(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== CENTRAL) throw unreadable();
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function assertSane(entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const swollen = entries.some(
    ({ size, packed }) => size > RATIO_FROM && size > packed * MOST_RATIO,
  );
  if (total > MOST_BYTES || swollen) throw bomb();
  if (entries.some(({ method }) => method !== STORED && method !== DEFLATED)) throw unreadable();
}

export const bomb = () =>
  badFile(
    'bomb',
    'Aperto, il file diventerebbe enorme: copia le sole righe che servono in un foglio nuovo e riprova.',
  );
