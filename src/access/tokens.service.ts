import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Forbidden, NotFound } from '../kernel/errors.js';
import { Writes } from '../platform/write.js';
import type { CreatedToken, NewToken, TokenList, TokenView } from './access.dto.js';
import type { Caller } from './caller.js';
import { hashOf, newToken } from './sessions.js';

interface Row {
  id: string;
  name: string;
  read_only: boolean;
  project_id: string | null;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}

const COLUMNS = 'id, name, read_only, project_id, created_at, last_seen_at, expires_at';

/** Personal API tokens: named, perhaps read-only, always with an end. */
@Injectable()
export class TokensService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(userId: string): Promise<TokenList> {
    const rows: Row[] = await this.source.query(
      `SELECT ${COLUMNS} FROM session WHERE user_id = $1 AND kind = 'api' AND ended_at IS NULL ORDER BY created_at DESC`,
      [userId],
    );
    return { items: rows.map(toTokenView) };
  }

  /** The secret is never kept: a repeated request gets the token's description without it. */
  async add(
    caller: Caller,
    { name, readOnly, projectId = null, days }: NewToken,
  ): Promise<CreatedToken> {
    if (caller.signed.personalToken) throw notByToken();
    if (projectId && caller.actors(projectId).length === 0) throw new NotFound();
    const secret: { token: string | null } = { token: null };
    const view = await this.writes.run(async (db) => {
      secret.token = newToken();
      const [row] = (await db.query(
        `INSERT INTO session (user_id, token_hash, kind, name, read_only, project_id, expires_at)
         VALUES ($1, $2, 'api', $3, $4, $5, now() + make_interval(days => $6)) RETURNING ${COLUMNS}`,
        [caller.userId, hashOf(secret.token), name, readOnly, projectId, days],
      )) as [Row];
      return toTokenView(row);
    });
    return { ...view, ...secret };
  }

  revoke(userId: string, tokenId: string): Promise<void> {
    return this.writes.run(async (db) => {
      const [, ended] = (await db.query(
        `UPDATE session SET ended_at = now() WHERE id = $1 AND user_id = $2 AND kind = 'api' AND ended_at IS NULL`,
        [tokenId, userId],
      )) as [unknown, number];
      if (!ended) throw new NotFound();
    });
  }
}

// Else a token for one project, or for one day, could make itself another without those bounds.
const notByToken = () =>
  new Forbidden(
    'token.by-token',
    'Un token non può crearne altri: accedi dalle pagine e crealo da lì.',
  );

const toTokenView = (row: Row): TokenView => ({
  id: row.id,
  name: row.name,
  readOnly: row.read_only,
  projectId: row.project_id,
  createdAt: row.created_at.toISOString(),
  lastSeenAt: row.last_seen_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});
