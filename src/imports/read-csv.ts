import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { encodingOf, textOf } from './encoding.js';
import { badFile, tooManyColumns } from './import-problems.js';
import { LIMITS, type SheetRows } from './sheet.js';

const DELIMITERS = [';', '\t', ','];
const SAMPLE = 64 * 1024;
const LONGEST_LINE = 256 * 1024;

/** Rows of a CSV file: `;`, tab or comma, UTF-8 with or without mark, UTF-16 or Windows-1252. Throws 422. */
export async function* readCsv(path: string): SheetRows {
  const encoding = await encodingOf(path);
  const delimiter = delimiterOf(await sampleOf(textOf(path, encoding)));
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_LINE,
  });
  pipeline(Readable.from(textOf(path, encoding)), parser, () => undefined);
  let line = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line += 1;
      if (cells.length > LIMITS.columns && cells.some((cell, i) => i >= LIMITS.columns && cell))
        throw tooManyColumns(LIMITS.columns);
      yield { line, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? broken(line + 1) : error;
  }
}

async function sampleOf(text: AsyncIterable<string>): Promise<string> {
  let sample = '';
  for await (const piece of text) {
    sample += piece;
    if (sample.length >= SAMPLE) break;
  }
  return sample;
}

/** The sign that parts the names of the columns most often, outside quotation marks. */
function delimiterOf(sample: string): string {
  const [names = ''] = sample.replace(/^\ufeff?\s+/, '').split(/\r\n|\n|\r/);
  const bare = names.replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((sign) => bare.split(sign).length - 1);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ';';
}

const broken = (line: number) =>
  badFile(
    'csv',
    `Alla riga ${line} il file CSV ha le virgolette fuori posto: correggila, oppure salva il foglio come XLSX, e riprova.`,
  );
