import type { DataSource } from 'typeorm';
import type { SealHead, SealsFile } from './seals-file.js';

const AT_ONCE = 5_000;

/** How many seals of the file were compared with the database, and the first that is no longer there as it was. */
export async function compareSeals(
  source: DataSource,
  file: SealsFile,
): Promise<{ compared: number; broken: string | null }> {
  let compared = 0;
  let batch: SealHead[] = [];
  const look = async (): Promise<string | null> => {
    compared += batch.length;
    const different = await firstDifferent(source, batch);
    batch = [];
    return different;
  };
  for await (const head of file.heads()) {
    batch.push(head);
    const broken = batch.length === AT_ONCE ? await look() : null;
    if (broken) return { compared, broken };
  }
  return { broken: await look(), compared };
}

async function firstDifferent(
  source: DataSource,
  heads: readonly SealHead[],
): Promise<string | null> {
  const [found] = (await source.query(
    `SELECT f.number, f.entry, s.number IS NULL AS gone
     FROM unnest($1::bigint[], $2::text[], $3::bigint[]) AS f(number, hash, entry) LEFT JOIN audit_seal s ON s.number = f.number
     WHERE s.number IS NULL OR encode(s.hash, 'hex') <> f.hash ORDER BY f.number LIMIT 1`,
    [heads.map((h) => h.number), heads.map((h) => h.hash), heads.map((h) => h.lastEntry)],
  )) as { number: string; entry: string; gone: boolean }[];
  if (!found) return null;
  const what = found.gone ? 'non c’è più' : 'non è quello scritto nel file dei sigilli';
  return `sigillo ${found.number} (fino alla voce ${found.entry}) ${what}`;
}
