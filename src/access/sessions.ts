import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { prepared } from '../platform/prepared.js';
import { Caller, type Membership, type Signed } from './caller.js';
import { VerifiedTokens } from './verified-tokens.js';

const IDLE = '30 minutes';
const BROWSER_LIFE = '12 hours';

/** SQL condition for a session `s` that still lets its bearer in, were its user not disabled. */
export const ALIVE = `s.ended_at IS NULL AND s.expires_at > now()
    AND (s.kind = 'api' OR s.last_seen_at > now() - interval '${IDLE}')`;

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
/** An opaque secret of 256 bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

interface Found {
  id: string;
  user_id: string;
  name: string;
  email: string;
  person_id: string | null;
  system_admin: boolean;
  read_only: boolean;
  personal_token: boolean;
  only_project: string | null;
  stale: boolean;
  /** 'project/role' or 'project/role/participation', separated by commas. */
  roles: string | null;
  archived: string[];
}

/** One revocable opaque token per sign-in or personal API token, kept only as its hash. Sessions run on real time, not on the demonstration's. */
@Injectable()
export class Sessions {
  private readonly verified = new VerifiedTokens();

  constructor(private readonly source: DataSource) {}

  /** The user of a token that this process has already found good; an invented one has none. */
  knownUserOf(token: string): string | undefined {
    return this.verified.userOf(hashOf(token));
  }

  /** The caller of a token, or null when it is unknown, ended, expired, idle, or its user is disabled. */
  async find(token: string): Promise<Caller | null> {
    const hash = hashOf(token);
    const [found] = await prepared<Found>(this.source, 'session-find', FIND, [hash]);
    if (!found) {
      this.verified.forget(hash);
      return null;
    }
    this.verified.remember(hash, found.user_id);
    // Once a minute is enough to know who is idle, and spares a write on each request.
    if (found.stale)
      await this.source.query('UPDATE session SET last_seen_at = now() WHERE id = $1', [found.id]);
    return new Caller(toSigned(found));
  }

  /** Answers the token; `device` is what its user shall know the session by. */
  async open(userId: string, device: string | null): Promise<string> {
    const token = newToken();
    await this.source.query(
      `INSERT INTO session (user_id, token_hash, kind, device, expires_at)
       VALUES ($1, $2, 'browser', $3, now() + interval '${BROWSER_LIFE}')`,
      [userId, hashOf(token), device],
    );
    return token;
  }

  async end(sessionId: string): Promise<void> {
    await this.source.query(
      'UPDATE session SET ended_at = now() WHERE id = $1 AND ended_at IS NULL',
      [sessionId],
    );
  }

  /** Ends every session and token of a user: disabled, or password changed. */
  async endAll(db: EntityManager, userId: string): Promise<void> {
    await db.query('UPDATE session SET ended_at = now() WHERE user_id = $1 AND ended_at IS NULL', [
      userId,
    ]);
  }
}

const toSigned = (found: Found): Signed => ({
  userId: found.user_id,
  sessionId: found.id,
  name: found.name,
  email: found.email,
  personId: found.person_id,
  systemAdmin: found.system_admin,
  readOnly: found.read_only,
  personalToken: found.personal_token,
  onlyProject: found.only_project,
  memberships: (found.roles?.split(',') ?? []).map((role) => toMembership(role, found.archived)),
});

function toMembership(text: string, archived: string[]): Membership {
  const [projectId = '', role, participationId = null] = text.split('/');
  return {
    projectId,
    role: role as Membership['role'],
    participationId,
    archived: archived.includes(projectId),
  };
}

// As text: fifty roles as JSON cost more than finding the session.
const FIND = `
  SELECT s.id, s.user_id, u.name, u.email, u.person_id, u.system_admin AND s.project_id IS NULL AS system_admin, s.read_only, s.kind = 'api' AS personal_token, s.project_id AS only_project,
    s.last_seen_at < now() - interval '1 minute' AS stale,
    (SELECT string_agg(concat_ws('/', m.project_id, m.role, m.participation_id), ',') FROM member m
      WHERE m.user_id = u.id AND (s.project_id IS NULL OR m.project_id = s.project_id)) AS roles,
    ARRAY(SELECT p.id::text FROM project p JOIN member m ON m.project_id = p.id WHERE p.state = 'archived' AND m.user_id = u.id) AS archived
  FROM session s JOIN app_user u ON u.id = s.user_id
  WHERE s.token_hash = $1 AND u.disabled_at IS NULL AND ${ALIVE}`;
