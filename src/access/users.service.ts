import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Config } from '../config.js';
import { Clock } from '../kernel/dates.js';
import { Conflict, NotFound, RuleBroken } from '../kernel/errors.js';
import { InjectConfig } from '../platform/config.token.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import type {
  MembershipView,
  NewMembership,
  NewUser,
  OneTimeLink,
  UserChange,
  UserList,
  UserView,
} from './access.dto.js';
import { hashOf, newToken, Sessions } from './sessions.js';
import { User } from './user.entity.js';

const LINK_LIFE_HOURS = 48;

/** Users and their access: the system administrator's work. */
@Injectable()
export class UsersService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    @InjectConfig() private readonly config: Config,
  ) {}

  async list(): Promise<UserList> {
    const users = await this.source.getRepository(User).find({ order: { name: 'ASC' } });
    const memberships = await membershipsOf(
      this.source.manager,
      users.map((user) => user.id),
    );
    return { items: users.map((user) => toUserView(user, memberships.get(user.id) ?? [])) };
  }

  add({ email, name, systemAdmin = false }: NewUser): Promise<UserView> {
    return this.writes.run(async (db) => {
      if (await db.existsBy(User, { email })) {
        throw new Conflict(
          'user.duplicate',
          'Esiste già un utente con questo indirizzo: cercalo nell’elenco.',
        );
      }
      const user = await db.save(
        db.create(User, { email, name, systemAdmin, demonstration: false }),
      );
      return viewOf(db, user.id);
    });
  }

  change(id: string, version: number, change: UserChange, self: string): Promise<UserView> {
    return this.writes.run(async (db) => {
      const user = await bumpVersion(db, User, { id }, version);
      if (id === self && (change.disabled || change.systemAdmin === false)) throw notYourself();
      apply(user, change, this.clock.now());
      await db.save(user);
      if (change.disabled) await this.sessions.endAll(db, id);
      return viewOf(db, id);
    });
  }

  addMembership(
    userId: string,
    { projectId, role, participationId = null }: NewMembership,
  ): Promise<UserView> {
    if ((role === 'partner') !== (participationId !== null)) {
      throw new RuleBroken(
        'member.participation',
        'L’operatore di un partner, e solo lui, è legato a un ruolo del partenariato: scegli quale.',
      );
    }
    return this.writes.run(async (db) => {
      if (!(await db.existsBy(User, { id: userId }))) throw new NotFound();
      await db.query(
        'INSERT INTO member (user_id, project_id, role, participation_id) VALUES ($1, $2, $3, $4)',
        [userId, projectId, role, participationId],
      );
      return viewOf(db, userId);
    });
  }

  removeMembership(userId: string, id: string): Promise<void> {
    return this.writes.run(async (db) => {
      const [, removed] = (await db.query('DELETE FROM member WHERE id = $1 AND user_id = $2', [
        id,
        userId,
      ])) as [unknown, number];
      if (!removed) throw new NotFound();
    });
  }

  /** A link by which the user chooses a password; the secret is never kept. */
  async oneTimeLink(userId: string): Promise<OneTimeLink> {
    const secret: { address: string | null } = { address: null };
    const answer = await this.writes.run(async (db) => {
      if (!(await db.existsBy(User, { id: userId }))) throw new NotFound();
      const link = await newLink(db, userId);
      secret.address = `${this.config.publicUrl}/primo-accesso#${link.token}`;
      return { expiresAt: link.expiresAt };
    });
    return { ...answer, ...secret };
  }
}

/** Makes a one-time link; used by the system administrator and by the operator's command. */
export async function newLink(
  db: EntityManager,
  userId: string,
): Promise<{ token: string; expiresAt: string }> {
  const token = newToken();
  await voidLinks(db, userId);
  const [row] = (await db.query(
    `INSERT INTO one_time_link (user_id, token_hash, expires_at)
     VALUES ($1, $2, now() + make_interval(hours => $3)) RETURNING expires_at`,
    [userId, hashOf(token), LINK_LIFE_HOURS],
  )) as [{ expires_at: Date }];
  return { token, expiresAt: row.expires_at.toISOString() };
}

/** Of several links to choose a password only the newest works, and none once one was chosen. */
export const voidLinks = (db: EntityManager, userId: string): Promise<unknown> =>
  db.query('UPDATE one_time_link SET used_at = now() WHERE user_id = $1 AND used_at IS NULL', [
    userId,
  ]);

function apply(user: User, { name, systemAdmin, disabled }: UserChange, now: Date): void {
  user.name = name ?? user.name;
  user.systemAdmin = systemAdmin ?? user.systemAdmin;
  if (disabled === undefined) return;
  user.disabledAt = disabled ? (user.disabledAt ?? now) : null;
}

const notYourself = () =>
  new RuleBroken(
    'user.self',
    'Non puoi togliere l’accesso a te stesso: chiedilo a un altro amministratore di sistema.',
  );

async function viewOf(db: EntityManager, id: string): Promise<UserView> {
  const user = await db.findOneByOrFail(User, { id });
  return toUserView(user, (await membershipsOf(db, [id])).get(id) ?? []);
}

async function membershipsOf(
  db: EntityManager,
  userIds: string[],
): Promise<Map<string, MembershipView[]>> {
  const rows: (MembershipView & { userId: string })[] = await db.query(
    `SELECT m.user_id AS "userId", m.id, m.project_id AS "projectId", p.title AS "projectTitle", m.role,
            m.participation_id AS "participationId", o.name AS "participationName"
     FROM member m JOIN project p ON p.id = m.project_id
     LEFT JOIN participation a ON a.id = m.participation_id LEFT JOIN organisation o ON o.id = a.organisation_id
     WHERE m.user_id = ANY($1::uuid[]) ORDER BY p.title, m.role`,
    [userIds],
  );
  const byUser = new Map<string, MembershipView[]>();
  for (const { userId, ...membership } of rows) {
    byUser.set(userId, [...(byUser.get(userId) ?? []), membership]);
  }
  return byUser;
}

const toUserView = (user: User, memberships: MembershipView[]): UserView => ({
  id: user.id,
  name: user.name,
  email: user.email,
  systemAdmin: user.systemAdmin,
  personId: user.personId,
  disabledAt: user.disabledAt?.toISOString() ?? null,
  demonstration: user.demonstration,
  version: user.version,
  memberships,
});
