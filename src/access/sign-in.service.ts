import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '../kernel/errors.js';
import type { FirstAccess } from './access.dto.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { hashOf, Sessions } from './sessions.js';
import { voidLinks } from './users.service.js';

const WINDOW = '15 minutes';
const PER_ACCOUNT = 8;
const PER_ADDRESS = 60;

export class TooManyTries extends Problem {
  readonly retryAfter = 900;
  constructor() {
    super(
      429,
      'sign-in.limit',
      'Troppi tentativi non riusciti: attendi un quarto d’ora e riprova.',
    );
  }
}

/** Checks who signs in; the same words and the same time for a wrong password and an unknown address. */
@Injectable()
export class SignInService {
  constructor(
    private readonly source: DataSource,
    private readonly sessions: Sessions,
  ) {}

  /** The id of the user; throws Problem 401 `sign-in.failed`, or 429 after too many failures. */
  async check(email: string, password: string, address: string): Promise<{ id: string }> {
    const tried = await this.countTry(email, address);
    const [user] = (await this.source.query(
      'SELECT id, password_hash, disabled_at FROM app_user WHERE email = $1',
      [email],
    )) as { id: string; password_hash: string | null; disabled_at: Date | null }[];
    const matches = await passwordMatches(password, user?.password_hash ?? null);
    if (!user || !matches || user.disabled_at) {
      throw new Problem(
        401,
        'sign-in.failed',
        'Indirizzo o password non corrispondono: controlla e riprova.',
      );
    }
    await this.source.query('DELETE FROM sign_in_failure WHERE id = $1', [tried]);
    return { id: user.id };
  }

  /** A try is a failure until it has succeeded: those sent at once are counted before any is answered. */
  private countTry(email: string, address: string): Promise<string> {
    return this.source.transaction(async (db) => {
      await db.query(
        `SELECT pg_advisory_xact_lock(hashtext('sign-in ' || lower($1))), pg_advisory_xact_lock(hashtext('sign-in from ' || $2))`,
        [email, address],
      );
      const [failures] = (await db.query(
        `SELECT count(*) FILTER (WHERE email = $1)::int AS account, count(*) FILTER (WHERE address = $2)::int AS address
         FROM sign_in_failure WHERE at > clock_timestamp() - interval '${WINDOW}' AND (email = $1 OR address = $2)`,
        [email, address],
      )) as [{ account: number; address: number }];
      if (failures.account >= PER_ACCOUNT || failures.address >= PER_ADDRESS)
        throw new TooManyTries();
      const [tried] = (await db.query(
        'INSERT INTO sign_in_failure (email, address) VALUES ($1, $2) RETURNING id',
        [email, address],
      )) as [{ id: string }];
      return tried.id;
    });
  }

  /** Uses a one-time link: sets the password, ends older sessions, opens a new one. */
  async firstAccess({ token, password }: FirstAccess, device: string | null): Promise<string> {
    const passwordHash = await hashPassword(password);
    const userId = await this.source.transaction(async (db) => {
      const [used] = (
        (await db.query(
          `UPDATE one_time_link SET used_at = now()
         WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING user_id`,
          [hashOf(token)],
        )) as [{ user_id: string }[], number]
      )[0];
      if (!used) throw spentLink();
      await voidLinks(db, used.user_id);
      await db.query(
        'UPDATE app_user SET password_hash = $2 WHERE id = $1 AND disabled_at IS NULL',
        [used.user_id, passwordHash],
      );
      await this.sessions.endAll(db, used.user_id);
      return used.user_id;
    });
    return this.sessions.open(userId, device);
  }
}

const spentLink = () =>
  new Problem(
    422,
    'link.spent',
    'Questo collegamento è scaduto o già usato: chiedine uno nuovo all’amministratore di sistema.',
  );
