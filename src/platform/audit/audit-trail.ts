import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HistoryEntry } from './audit.dto.js';
import type { Bind } from '../sql.js';

interface Row {
  id: string;
  at: Date;
  actor: string | null;
  action: HistoryEntry['action'];
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  redacted: boolean;
}

// What every row has and no reader asks about.
const HOUSEKEEPING = ['id', 'created_at', 'created_by', 'updated_at', 'updated_by', 'version'];

/** SQL condition for "these values, the column `payload` of entry `e`, are shown to this reader"; values go through `bind`. */
export type ShownIf = (payload: string, bind: Bind) => string;

const always: ShownIf = () => 'true';

interface Cut {
  shownIf?: ShownIf;
  /** The project whose members are named: who else wrote is not. */
  namedIn?: string;
  /** Columns that this reader is not told of. */
  without?: string[];
}

/**
 * Reads the history of one row, oldest first. The caller has already been found to reach that row; what it held before it
 * was theirs is left out: the entry by which it came to them tells only what it was from then on.
 */
@Injectable()
export class AuditTrail {
  constructor(private readonly source: DataSource) {}

  async of(
    table: string,
    rowId: string,
    { shownIf = always, namedIn, without = [] }: Cut = {},
  ): Promise<HistoryEntry[]> {
    const values: unknown[] = [table, rowId, namedIn ?? null];
    const shown = (payload: string) => shownIf(payload, (value) => `$${values.push(value)}`);
    const rows: Row[] = await this.source.query(
      `SELECT e.id, e.at, u.name AS actor, e.action, CASE WHEN ${shown('e.before')} THEN e.before END AS before, e.after,
         e.salt IS NULL AS redacted
       FROM audit_entry e LEFT JOIN app_user u ON u.id = e.actor_id
         AND ($3::uuid IS NULL OR u.id IN (SELECT user_id FROM member WHERE project_id = $3))
       WHERE e.row_id = $2 AND e.table_name = $1 AND e.action <> 'redact'
         AND CASE WHEN e.action = 'delete' THEN ${shown('e.before')} ELSE ${shown('e.after')} END
       ORDER BY e.id DESC LIMIT 500`,
      values,
    );
    // A row that was only written anew, unchanged, says nothing.
    return rows
      .toReversed()
      .map((row) => toHistoryEntry(row, [...HOUSEKEEPING, ...without]))
      .filter(
        ({ action, redacted, changes }) => action !== 'update' || redacted || changes.length > 0,
      );
  }
}

function toHistoryEntry(
  { at, actor, action, before, after, redacted }: Row,
  without: string[],
): HistoryEntry {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const changes = [...names]
    .filter((name) => !without.includes(name))
    .map((name) => ({
      field: camel(name),
      before: text(before?.[name]),
      after: text(after?.[name]),
    }))
    .filter((change) => change.before !== change.after);
  return { at: at.toISOString(), actor, action, redacted, changes };
}

const camel = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
