import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import type { Config } from '../config.js';
import { Clock } from '../kernel/dates.js';
import { Conflict, NotFound } from '../kernel/errors.js';
import { CONFIG } from '../platform/config.token.js';
import { describeConstraint } from '../platform/constraints.js';
import { Writes } from '../platform/write.js';
import { findRecipient } from '../recipients/recipients.queries.js';
import type {
  Identity,
  IdentityInput,
  IdentityKept,
  IdentityState,
  IdentityView,
} from './identity.dto.js';
import { type IdentityKeys, readKeys } from './identity-key.js';
import { seal, signsOf, unseal } from './seal.js';

describeConstraint('identity_purpose', {
  status: 422,
  code: 'identity.purpose',
  detail: 'Scrivi perché serve sapere chi è: la lettura resta nel registro.',
});

interface Sealed {
  recipient_id: string;
  sealed: string;
  key_id: string;
}

/** Who recipients are: written, read with a purpose, and who read it. */
@Injectable()
export class IdentitiesService {
  private known: IdentityKeys | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Keeps who it is. The answer, which is stored for repetitions, says nothing of it. */
  async keep(
    caller: Caller,
    projectId: string,
    id: string,
    input: IdentityInput,
  ): Promise<IdentityKept> {
    const identity = whole(input);
    const record = {
      sealed: seal(this.keys(), id, identity).toString('base64'),
      keyId: this.keys().id,
      ...signsOf(this.keys(), identity),
    };
    return this.writes.run(async (db) => {
      await this.reach(db, caller, { projectId, id }, 'identity.edit');
      await assertOpen(db, [id]);
      await db.query('SELECT identity.write($1, $2, $3)', [id, projectId, JSON.stringify(record)]);
      const [[kept]] = (await db.query(
        `UPDATE recipient SET initials = coalesce(initials, $2), birth_year = CASE WHEN age_band IS NULL THEN coalesce(birth_year, $3) ELSE birth_year END,
           version = version + 1 WHERE id = $1 RETURNING initials`,
        [id, initialsOf(identity), identity.birthDate?.slice(0, 4) ?? null],
      )) as [[{ initials: string | null }], number];
      return { recipientId: id, initials: kept.initials };
    });
  }

  async read(
    caller: Caller,
    projectId: string,
    id: string,
    purpose: string,
  ): Promise<IdentityView> {
    const [found] = await this.open(caller, projectId, [id], purpose);
    if (!found) throw new NotFound('un’identità per questo codice');
    return found;
  }

  /** The identities of these people, each read written down with its purpose. What is stored for repetitions stays sealed. */
  async open(
    caller: Caller,
    projectId: string,
    ids: string[],
    purpose: string,
    permission: Permission = 'identity.view',
  ): Promise<IdentityView[]> {
    const keys = this.keys();
    const rows = await this.writes.run(async (db) => {
      for (const id of ids) await this.reach(db, caller, { projectId, id }, permission);
      await assertOpen(db, ids);
      const sealed: Sealed[] = await db.query(
        `SELECT recipient_id, encode(sealed, 'base64') AS sealed, key_id FROM identity.read($1, $2, $3)`,
        [ids, projectId, purpose],
      );
      return sealed;
    });
    return rows.map((row) => ({
      recipientId: row.recipient_id,
      ...unseal(keys, { ...row, sealed: Buffer.from(row.sealed, 'base64') }),
    }));
  }

  /** Whether an identity is kept, and who read or changed it, the latest first. */
  async state(caller: Caller, projectId: string, id: string): Promise<IdentityState> {
    const db = this.source.manager;
    await this.reach(db, caller, { projectId, id }, 'identity.view');
    const [row] = (await db.query(
      `SELECT EXISTS (SELECT FROM identity.held(ARRAY[r.id])) AS kept, r.erased_on AS "erasedOn", r.restricted_on AS "restrictedOn",
         r.restricted_reason AS "restrictedReason" FROM recipient r WHERE r.id = $1`,
      [id],
    )) as [Omit<IdentityState, 'accesses'>];
    const accesses = await db.query(
      `SELECT e.at, u.name AS actor, e.action, coalesce(e.after ->> 'purpose', e.after ->> 'reason') AS reason
       FROM audit_entry e LEFT JOIN app_user u ON u.id = e.actor_id
       WHERE e.table_name = 'identity' AND e.row_id = $1 AND e.action <> 'redact' ORDER BY e.id DESC LIMIT 100`,
      [id],
    );
    return { ...row, accesses };
  }

  private reach(
    db: EntityManager,
    caller: Caller,
    where: { projectId: string; id: string },
    permission: Permission,
  ) {
    return findRecipient(db, caller, { ...where, today: this.clock.today() }, permission);
  }

  private keys(): IdentityKeys {
    return (this.known ??= readKeys(this.config));
  }
}

const whole = (input: IdentityInput): Identity => ({
  surname: input.surname,
  name: input.name,
  birthDate: input.birthDate ?? null,
  taxCode: input.taxCode ?? null,
  contact: input.contact ?? null,
  guardian: input.guardian ?? null,
  guardianContact: input.guardianContact ?? null,
});

const initialsOf = ({ surname, name }: Identity): string =>
  [name, surname].map((part) => `${part.slice(0, 1).toUpperCase()}.`).join('');

/** What was restricted is read and changed by nobody; what was erased does not come back. */
async function assertOpen(db: EntityManager, ids: string[]): Promise<void> {
  const [closed] = (await db.query(
    `SELECT restricted_on FROM recipient WHERE id = ANY($1::uuid[]) AND (restricted_on IS NOT NULL OR erased_on IS NOT NULL) LIMIT 1`,
    [ids],
  )) as { restricted_on: string | null }[];
  if (!closed) return;
  throw closed.restricted_on
    ? new Conflict(
        'identity.restricted',
        'Il trattamento di questi dati è limitato: nessuno può leggerli né cambiarli.',
      )
    : new Conflict('identity.erased', 'L’identità di questa persona è stata cancellata.');
}
