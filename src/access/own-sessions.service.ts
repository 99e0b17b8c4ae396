import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Forbidden, NotFound } from '../kernel/errors.js';
import { Writes } from '../platform/write.js';
import type { OwnSession, OwnSessionList } from './access.dto.js';
import type { Caller } from './caller.js';
import { ALIVE } from './sessions.js';

interface Row {
  id: string;
  device: string | null;
  created_at: Date;
  last_seen_at: Date;
}

const OWN = `user_id = $1 AND kind = 'browser' AND ${ALIVE}`;

/** Where a user is signed in at this moment, to end what is not wanted. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  /** Last used first. */
  async list(caller: Caller): Promise<OwnSessionList> {
    assertAtTheBrowser(caller);
    const rows: Row[] = await this.source.query(
      `SELECT id, device, created_at, last_seen_at FROM session s WHERE ${OWN} ORDER BY last_seen_at DESC, id DESC`,
      [caller.userId],
    );
    return { items: rows.map((row) => toOwnSession(row, caller.signed.sessionId)) };
  }

  end(caller: Caller, sessionId: string): Promise<void> {
    assertAtTheBrowser(caller);
    return this.writes.run(async (db) => {
      const [, ended] = (await db.query(
        `UPDATE session s SET ended_at = now() WHERE ${OWN} AND id = $2`,
        [caller.userId, sessionId],
      )) as [unknown, number];
      if (!ended) throw new NotFound();
    });
  }

  /** Ends all but the one that asks; tokens for programs are another list. */
  endOthers(caller: Caller): Promise<void> {
    assertAtTheBrowser(caller);
    return this.writes.run(async (db) => {
      await db.query(`UPDATE session s SET ended_at = now() WHERE ${OWN} AND id <> $2`, [
        caller.userId,
        caller.signed.sessionId,
      ]);
    });
  }
}

// Else whoever found a token could throw its owner out, and see when the owner works.
function assertAtTheBrowser(caller: Caller): void {
  if (!caller.signed.personalToken) return;
  throw new Forbidden(
    'session.by-token',
    'Un token non gestisce le sessioni: accedi dalle pagine e fallo da lì.',
  );
}

const toOwnSession = (row: Row, current: string): OwnSession => ({
  id: row.id,
  device: row.device,
  createdAt: row.created_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
  current: row.id === current,
});
