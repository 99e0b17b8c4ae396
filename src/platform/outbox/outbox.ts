import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What must happen once a transaction has committed. Always called with that transaction's `db`. */
@Injectable()
export class Outbox {
  /** Notes the work to do; it exists exactly when the caller's transaction commits. Returns the id that follows it everywhere. */
  async put(db: EntityManager, topic: string, payload: object): Promise<string> {
    const [{ id }] = (await db.query(
      'INSERT INTO outbox (topic, payload) VALUES ($1, $2) RETURNING id',
      [topic, JSON.stringify(payload)],
    )) as [{ id: string }];
    return id;
  }
}
