import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { Unavailable } from '../kernel/errors.js';
import { poolOf } from './prepared.js';

// Without it Excel takes UTF-8 for another alphabet.
const BYTE_ORDER_MARK = '\ufeff';

/** Each holds a connection of the database until its reader has it all: the others are for everything else. */
const AT_ONCE = 4;

/**
 * Streams what a SELECT gives as CSV for Italian Excel: `;`, byte order mark, the columns' names as its head. The database
 * writes the file itself (COPY), so memory does not grow with the rows.
 */
@Injectable()
export class CsvExports {
  /** After so many milliseconds in which a reader takes nothing its file ends, broken off. */
  patience = 60_000;
  private running = 0;

  constructor(private readonly source: DataSource) {}

  /** Throws Unavailable `export.busy` while as many run as may. */
  async stream(copy: string): Promise<Readable> {
    if (this.running >= AT_ONCE) throw busy();
    this.running += 1;
    const client = await poolOf(this.source)
      .connect()
      .catch((error: unknown) => {
        this.running -= 1;
        throw error;
      });
    const file = new PassThrough();
    file.write(BYTE_ORDER_MARK);
    endWhenLeft(file, this.patience);
    pipeline(client.query(copyTo(copy)), file, (error) => {
      this.running -= 1;
      client.release(error ?? undefined);
    });
    return file;
  }
}

const busy = () =>
  new Unavailable(
    'export.busy',
    'Ci sono già molti scaricamenti in corso: riprova tra un minuto.',
    60,
  );

/** A database that is slow to give is waited for; a reader that does not take is not. */
function endWhenLeft(file: PassThrough, patience: number): void {
  let taken = true;
  const watch = setInterval(() => {
    if (file.writableNeedDrain && !taken) file.destroy(new Error('the reader takes nothing'));
    taken = false;
  }, patience);
  file.on('drain', () => (taken = true));
  file.once('finish', () => clearInterval(watch));
  file.once('close', () => clearInterval(watch));
}

/** The COPY statement of a SELECT; it takes no parameters, so each value is written into it as a quoted literal. */
export const copyOf = (sql: string, params: readonly unknown[]): string =>
  `COPY (${sql.replace(/\$(\d+)/g, (_, n: string) => literal(params[Number(n) - 1]))}) TO STDOUT WITH (FORMAT csv, HEADER, DELIMITER ';')`;

function literal(value: unknown): string {
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(',')}]`;
  return typeof value === 'string' ? pg.escapeLiteral(value) : 'NULL';
}

/** SQL: a text that no spreadsheet takes for a formula. */
export const safe = (column: string): string =>
  `CASE WHEN ${column} ~ '^[=+@\\t\\r-]' THEN '''' || ${column} ELSE ${column} END`;

/** SQL: a number with a decimal comma. */
export const comma = (number: string): string => `replace((${number})::text, '.', ',')`;

/** SQL: a day as it is written in Italy. */
export const italianDay = (column: string): string => `to_char(${column}, 'DD/MM/YYYY')`;

/** SQL: a word for each value of a column; naming the values' type makes a missing word an error. */
export const worded = <Value extends string>(
  column: string,
  words: Readonly<Record<NoInfer<Value>, string>>,
): string =>
  `CASE ${column} ${Object.entries<string>(words)
    .map(([value, word]) => `WHEN ${pg.escapeLiteral(value)} THEN ${pg.escapeLiteral(word)}`)
    .join(' ')} END`;
