import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { poolOf } from './prepared.js';

// Without it Excel takes UTF-8 for another alphabet.
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Streams what a SELECT gives as CSV for Italian Excel: `;`, byte order mark, the columns' names as its head. The database
 * writes the file itself (COPY), so memory does not grow with the rows.
 */
export async function streamCsv(source: DataSource, copy: string): Promise<Readable> {
  const client = await poolOf(source).connect();
  const stream = client.query(copyTo(copy));
  const file = new PassThrough();
  file.write(BYTE_ORDER_MARK);
  pipeline(stream, file, (error) => client.release(error ?? undefined));
  return file;
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

/** SQL: a word for each value of a column. */
export const worded = (column: string, words: Record<string, string>): string =>
  `CASE ${column} ${Object.entries(words)
    .map(([value, word]) => `WHEN ${pg.escapeLiteral(value)} THEN ${pg.escapeLiteral(word)}`)
    .join(' ')} END`;
