import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { Conflict } from '../kernel/errors.js';
import { refusalOf } from './constraints.js';
import { requestContext, type RequestContext } from './context.js';

const ATTEMPTS = 3;
const DEADLOCK = '40P01';
const SERIALISATION = '40001';
const TRANSIENT = [DEADLOCK, SERIALISATION];

/** The one way to write: a transaction that knows its author and answers a repeated request with its first answer. */
@Injectable()
export class Writes {
  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` in a transaction; its answer must be plain JSON (a view), since a retry gets the stored one. Ask for
   * REPEATABLE READ where several reads must show one moment, for SERIALIZABLE where what two such writers read must
   * not be what the other writes.
   */
  run<T>(
    work: (db: EntityManager) => Promise<T>,
    isolation: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE' = 'READ COMMITTED',
  ): Promise<T> {
    return retrying(() => this.source.transaction(isolation, (db) => once(db, work)));
  }

  /** The same for what must be asked again each time: a repeated request is a new one, and nothing of the answer is stored. */
  anew<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return retrying(() =>
      this.source.transaction(async (db) => {
        await nameAuthor(db, requestContext.get());
        return work(db);
      }),
    );
  }
}

/** Repeats what PostgreSQL gave up in favour of another writer; nothing of it had happened. */
export async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === ATTEMPTS || !TRANSIENT.includes(refusalOf(error).code ?? '')) throw error;
    }
  }
}

async function once<T>(db: EntityManager, work: (db: EntityManager) => Promise<T>): Promise<T> {
  const context = requestContext.get();
  await nameAuthor(db, context);
  if (!context) return work(db);
  const earlier = await claimKey(db, context);
  if (earlier) return earlier.answer as T;
  const answer = await work(db);
  await keepAnswer(db, context, answer);
  return answer;
}

async function nameAuthor(db: EntityManager, context: RequestContext | undefined): Promise<void> {
  if (!context) return;
  await db.query(
    `SELECT set_config('app.user_id', $1, true), set_config('app.request_id', $2, true)`,
    [context.userId ?? '', context.requestId],
  );
}

/** Claims the request's key; a twin that is still running makes this one wait for its end. */
async function claimKey(
  db: EntityManager,
  { userId, idempotencyKey, bodyHash }: RequestContext,
): Promise<{ answer: unknown } | null> {
  if (!idempotencyKey || !userId) return null;
  const claimed: unknown[] = await db.query(
    `INSERT INTO idempotency_key (user_id, key, body_hash) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [userId, idempotencyKey, bodyHash],
  );
  if (claimed.length > 0) return null;
  const [earlier] = (await db.query(
    'SELECT body_hash, answer FROM idempotency_key WHERE user_id = $1 AND key = $2',
    [userId, idempotencyKey],
  )) as [{ body_hash: Buffer; answer: unknown }];
  if (!bodyHash || !earlier.body_hash.equals(bodyHash)) throw otherBody();
  return earlier;
}

export const otherBody = (): Conflict =>
  new Conflict(
    'idempotency.body',
    'Il primo invio era arrivato, con altri dati: controlla nell’elenco che cosa è stato salvato prima di inviare di nuovo.',
  );

async function keepAnswer(
  db: EntityManager,
  { userId, idempotencyKey }: RequestContext,
  answer: unknown,
): Promise<void> {
  if (!idempotencyKey || !userId) return;
  await db.query('UPDATE idempotency_key SET answer = $3 WHERE user_id = $1 AND key = $2', [
    userId,
    idempotencyKey,
    JSON.stringify(answer ?? null),
  ]);
}
