import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { binder, scopeSql } from '../access/scope.js';
import type { Config } from '../config.js';
import { Clock } from '../kernel/dates.js';
import { NotFound } from '../kernel/errors.js';
import { CONFIG } from '../platform/config.token.js';
import { describeConstraint } from '../platform/constraints.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { assertOpen } from '../recipients/open-recipient.js';
import { Recipient } from '../recipients/recipient.entity.js';
import { codesOfPerson, findRecipient, reachableIds } from '../recipients/recipients.queries.js';
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
  sealed: Buffer;
  key_id: string;
  /** Of the code: it rises also when its identity is written. */
  version: number;
}

const READABLE = `
  SELECT r.id FROM recipient r WHERE r.id = ANY($1::uuid[]) AND r.restricted_on IS NULL AND r.erased_on IS NULL
    AND EXISTS (SELECT FROM identity.held(ARRAY[r.id]))`;

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

  /** Keeps who it is, for whom saw the code as it stands; 412 when somebody wrote it first. What is stored for repetitions says nothing of it. */
  async keep(
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
    input: IdentityInput,
  ): Promise<IdentityKept> {
    const identity = whole(input);
    const record = {
      sealed: seal(this.keys(), id, identity).toString('base64'),
      keyId: this.keys().id,
      ...signsOf(this.keys(), identity),
    };
    await this.writes.run(async (db) => {
      await this.reach(db, caller, { projectId, id }, 'identity.edit');
      const recipient = await bumpVersion(db, Recipient, { id }, seen);
      assertOpen(recipient);
      await db.query('SELECT identity.write($1, $2, $3)', [id, projectId, JSON.stringify(record)]);
      await db.save(Object.assign(recipient, factsFrom(identity, recipient)));
    });
    return this.kept(caller, projectId, id);
  }

  async read(
    caller: Caller,
    projectId: string,
    id: string,
    purpose: string,
  ): Promise<IdentityView> {
    const [found] = await this.open(projectId, purpose, async (db) => {
      await this.reach(db, caller, { projectId, id }, 'identity.view');
      return [id];
    });
    if (!found) throw new NotFound('un’identità per questo codice');
    return found;
  }

  /** Of these people those whom the caller reaches and whose identity is kept and may be read; each reading is written down. */
  readMany(
    caller: Caller,
    projectId: string,
    ids: readonly string[],
    purpose: string,
  ): Promise<IdentityView[]> {
    return this.open(projectId, purpose, async (db) => {
      const readable: { id: string }[] = await db.query(READABLE, [ids]);
      const reached = new Set(await reachableIds(db, caller, projectId, 'identity.view'));
      return readable.flatMap(({ id }) => (reached.has(id) ? id : []));
    });
  }

  /** What is kept under every code of one person, to be handed over. */
  readWhole(
    caller: Caller,
    projectId: string,
    id: string,
    purpose: string,
  ): Promise<IdentityView[]> {
    return this.open(projectId, purpose, async (db) => {
      await this.reach(db, caller, { projectId, id }, 'identity.export');
      return codesOfPerson(db, id);
    });
  }

  /** What a write is answered, also when it is repeated: as it stands now, and not after it was closed. */
  private async kept(caller: Caller, projectId: string, id: string): Promise<IdentityKept> {
    const db = this.source.manager;
    await this.reach(db, caller, { projectId, id }, 'identity.edit');
    const recipient = await db.findOneByOrFail(Recipient, { id });
    assertOpen(recipient);
    const { initials, version } = recipient;
    return { recipientId: id, initials, version };
  }

  /** Each reading is one: checked and written down with its purpose, and never answered from what was stored. */
  private async open(
    projectId: string,
    purpose: string,
    reached: (db: EntityManager) => Promise<string[]>,
  ): Promise<IdentityView[]> {
    const keys = this.keys();
    const rows = await this.writes.anew(async (db) => {
      const ids = await reached(db);
      await assertAllOpen(db, ids);
      const sealed: Sealed[] = await db.query(
        `SELECT i.recipient_id, i.sealed, i.key_id, r.version FROM identity.read($1, $2, $3) i JOIN recipient r ON r.id = i.recipient_id`,
        [ids, projectId, purpose],
      );
      return sealed;
    });
    return rows.map((row) => ({
      recipientId: row.recipient_id,
      ...unseal(keys, row),
      version: row.version,
    }));
  }

  /** Whether an identity is kept, and who read or changed it in this project, the latest first; a partner's operator sees its own readings. */
  async state(caller: Caller, projectId: string, id: string): Promise<IdentityState> {
    const db = this.source.manager;
    await this.reach(db, caller, { projectId, id }, 'identity.view');
    const [row] = (await db.query(
      `SELECT EXISTS (SELECT FROM identity.held(ARRAY[r.id])) AS kept, r.erased_on AS "erasedOn", r.restricted_on AS "restrictedOn",
         r.restricted_reason AS "restrictedReason", r.version FROM recipient r WHERE r.id = $1`,
      [id],
    )) as [Omit<IdentityState, 'accesses'>];
    const params: unknown[] = [id, caller.userId];
    const scope = scopeSql(caller, 'identity.view', { project: 'e.project_id' }, binder(params));
    const accesses = await db.query(
      `SELECT e.at, u.name AS actor, e.action, coalesce(e.after ->> 'purpose', e.after ->> 'reason') AS reason
       FROM audit_entry e LEFT JOIN app_user u ON u.id = e.actor_id
       WHERE e.table_name = 'identity' AND e.row_id = $1 AND e.action <> 'redact' AND (e.actor_id = $2 OR ${scope})
       ORDER BY e.id DESC LIMIT 100`,
      params,
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

/** What a code tells of an identity, where nobody wrote it by hand. */
const factsFrom = (
  identity: Identity,
  { initials, birthYear, ageBand }: Recipient,
): Pick<Recipient, 'initials' | 'birthYear'> => ({
  initials: initials ?? initialsOf(identity),
  birthYear: ageBand === null ? (birthYear ?? yearOf(identity)) : birthYear,
});

const yearOf = ({ birthDate }: Identity): number | null =>
  birthDate === null ? null : Number(birthDate.slice(0, 4));

const initialsOf = ({ surname, name }: Identity): string =>
  [name, surname].map((part) => `${part.slice(0, 1).toUpperCase()}.`).join('');

/** Holds the codes until the end, so that none of them is erased meanwhile. */
async function assertAllOpen(db: EntityManager, ids: string[]): Promise<void> {
  const lock = { mode: 'pessimistic_write' as const };
  const codes = await db.find(Recipient, { where: { id: In(ids) }, order: { id: 'ASC' }, lock });
  codes.forEach(assertOpen);
}
