import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { ActivityDraft, DraftView } from './draft.dto.js';

/** What a user was typing, kept from one keystroke to the next: no write of the domain, so nothing of it is audited. */
@Injectable()
export class Drafts {
  constructor(private readonly source: DataSource) {}

  async read({ userId }: Caller): Promise<DraftView> {
    const [kept]: { body: ActivityDraft; kept_at: Date }[] = await this.source.query(
      `SELECT body, kept_at FROM draft WHERE user_id = $1 AND form = 'activity'`,
      [userId],
    );
    return { draft: kept?.body ?? null, keptAt: kept?.kept_at.toISOString() ?? null };
  }

  async keep({ userId }: Caller, draft: ActivityDraft): Promise<void> {
    await this.source.query(
      `INSERT INTO draft (user_id, form, body) VALUES ($1, 'activity', $2)
       ON CONFLICT (user_id, form) DO UPDATE SET body = excluded.body, kept_at = now()`,
      [userId, JSON.stringify(draft)],
    );
  }

  async drop({ userId }: Caller): Promise<void> {
    await this.source.query(`DELETE FROM draft WHERE user_id = $1 AND form = 'activity'`, [userId]);
  }
}
