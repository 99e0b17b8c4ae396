import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { compareSeals } from './compare-seals.js';
import { type SealHead, SealsFile } from './seals-file.js';

export interface ChainReport {
  sealed: number;
  unsealed: number;
  /** Seals that were compared with the file outside the database. */
  compared: number;
  /** The first entry or seal that is not what it was; null when all hold. */
  broken: string | null;
}

/** Seals what is settled and tells whether the chain still holds. */
@Injectable()
export class AuditChain {
  constructor(
    private readonly source: DataSource,
    private readonly file: SealsFile,
  ) {}

  /** Seals every settled entry, and writes the seals into the file; returns how many entries. */
  async seal(): Promise<number> {
    let total = 0;
    for (;;) {
      const [{ sealed }] = (await this.source.query('SELECT audit_seal_up() AS sealed')) as [
        { sealed: number },
      ];
      if (sealed === 0) break;
      total += sealed;
    }
    await this.writeDown();
    return total;
  }

  /** The file may have missed some: another process sealed, or the disk was full. */
  private async writeDown(): Promise<void> {
    for (;;) {
      const heads: SealHead[] = await this.source.query(
        `SELECT number::int, at, entry_ids[cardinality(entry_ids)]::text AS "lastEntry", encode(hash, 'hex') AS hash
         FROM audit_seal WHERE number > $1 ORDER BY number LIMIT 1000`,
        [await this.file.lastNumber()],
      );
      if (heads.length === 0) return;
      await this.file.append(heads);
    }
  }

  async verify(): Promise<ChainReport> {
    const [counts] = (await this.source.query(
      `SELECT (SELECT coalesce(sum(cardinality(entry_ids)), 0)::int FROM audit_seal) AS sealed,
              (SELECT count(*)::int FROM audit_entry WHERE xid > coalesce((SELECT max(up_to_xid) FROM audit_seal), '0'::xid8)) AS unsealed`,
    )) as [{ sealed: number; unsealed: number }];
    const { compared, broken: outside } = await compareSeals(this.source, this.file);
    const broken = (await this.brokenSeal()) ?? (await this.brokenEntry()) ?? outside;
    return { ...counts, compared, broken };
  }

  private async brokenSeal(): Promise<string | null> {
    const [seal] = (await this.source.query(
      `SELECT s.number FROM audit_seal s LEFT JOIN audit_seal p ON p.number = s.number - 1
       WHERE s.hash <> sha256(coalesce(p.hash, ''::bytea) || convert_to(s.entry_ids::text, 'UTF8') || convert_to(s.entry_hashes::text, 'UTF8'))
          OR (p.number IS NULL AND s.number > 1)
       ORDER BY s.number LIMIT 1`,
    )) as { number: string }[];
    return seal ? `sigillo ${seal.number}` : null;
  }

  /** An entry that was changed, lost, slipped in among sealed ones, or whose values no longer match their hash. */
  private async brokenEntry(): Promise<string | null> {
    const [entry] = (await this.source.query(
      `WITH sealed AS (SELECT u.id, u.hash FROM audit_seal s, unnest(s.entry_ids, s.entry_hashes) AS u(id, hash)),
            frontier AS (SELECT coalesce(max(up_to_xid), '0'::xid8) AS xid FROM audit_seal)
       SELECT coalesce(s.id, e.id) AS id, e.table_name
       FROM sealed s FULL JOIN (SELECT x.* FROM audit_entry x, frontier f WHERE x.xid <= f.xid) e ON e.id = s.id
       WHERE e.id IS NULL OR s.id IS NULL OR audit_row_hash((SELECT a FROM audit_entry a WHERE a.id = e.id)) <> s.hash
       UNION ALL
       SELECT e.id, e.table_name FROM audit_entry e
       WHERE CASE WHEN e.salt IS NULL
         THEN NOT EXISTS (SELECT FROM audit_entry r WHERE r.action = 'redact' AND (r.after ->> 'entry')::bigint = e.id)
         ELSE e.payload_hash <> sha256(convert_to(e.salt::text || coalesce(e.before::text, '') || coalesce(e.after::text, ''), 'UTF8')) END
       ORDER BY 1 LIMIT 1`,
    )) as { id: string; table_name: string | null }[];
    return entry
      ? `voce ${entry.id}${entry.table_name ? ` (${entry.table_name})` : ' (mancante)'}`
      : null;
  }
}
