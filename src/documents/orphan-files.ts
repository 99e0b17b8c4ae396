import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/dates.js';
import { Chores } from '../platform/chores.js';
import { DocumentStore } from '../platform/documents/document-store.js';
import { lockContent } from './documents.service.js';

const EVERY_SECONDS = 6 * 3600;
const DAY_MS = 24 * 3600 * 1000;
const KEPT_DAYS = 30;

/**
 * Files that nothing names: left by a process that was killed between writing and committing, or by an erasure. They go
 * after thirty days.
 */
@Injectable()
export class OrphanFiles {
  constructor(
    chores: Chores,
    private readonly source: DataSource,
    private readonly store: DocumentStore,
    private readonly clock: Clock,
  ) {
    chores.every(EVERY_SECONDS, () => this.clear());
  }

  /** Answers how many files went. */
  async clear(): Promise<number> {
    let gone = 0;
    const oldest = this.clock.now().getTime() - KEPT_DAYS * DAY_MS;
    for await (const { sha256, storedAt } of this.store.kept()) {
      if (storedAt < oldest && (await this.forget(sha256))) gone += 1;
    }
    return gone;
  }

  /** The row first, since it is found at once; the record of changes only for what no row names. */
  private forget(sha256: string): Promise<boolean> {
    return this.source.transaction(async (db) => {
      await lockContent(db, sha256);
      for (const question of [IN_A_ROW, IN_THE_RECORD]) {
        const named: unknown[] = await db.query(question, [sha256]);
        if (named.length > 0) return false;
      }
      await this.store.forget(sha256);
      return true;
    });
  }
}

const IN_A_ROW = 'SELECT 1 FROM document WHERE sha256 = $1 LIMIT 1';
const IN_THE_RECORD = `
  SELECT 1 FROM audit_entry
  WHERE table_name = 'document' AND $1 IN (after ->> 'sha256', before ->> 'sha256') LIMIT 1`;
