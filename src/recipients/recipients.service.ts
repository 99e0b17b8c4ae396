import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import { Forbidden, NotFound } from '../kernel/errors.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { assertOpen } from './open-recipient.js';
import { assertNotice } from './privacy-notice.js';
import { newCode, tidyCode } from './recipient-code.js';
import type {
  ChangeRecipient,
  NewRecipient,
  RecipientFilter,
  RecipientPage,
  RecipientView,
  TakeInCharge,
} from './recipient.dto.js';
import { Intake, Recipient, UNKNOWN_COUNTRY } from './recipient.entity.js';
import { findRecipient, listRecipients } from './recipients.queries.js';

/** People for whom the work is done, as codes. What is stored of a write for its repetitions is the id alone: who was erased is nowhere else. */
@Injectable()
export class RecipientsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  list(caller: Caller, projectId: string, filter: RecipientFilter): Promise<RecipientPage> {
    const where = { ...filter, projectId, today: this.clock.today() };
    return listRecipients(this.source.manager, caller, where);
  }

  read(caller: Caller, projectId: string, id: string): Promise<RecipientView> {
    return findRecipient(this.source.manager, caller, { projectId, id, today: this.clock.today() });
  }

  /** Gives a person a new code and takes it in charge. */
  async add(caller: Caller, projectId: string, input: NewRecipient): Promise<RecipientView> {
    const { participationId, takenOn, noticeOn = null, noticeTo = null, ...facts } = input;
    const today = this.clock.today();
    const age = { birthYear: facts.birthYear ?? null, ageBand: facts.ageBand ?? null };
    const partner = partnerFor(caller, projectId, participationId ?? null);
    const id = await this.writes.run(async (db) => {
      assertNotice({ noticeOn, noticeTo }, age, today);
      const id = await this.insert(db, facts);
      const intake = { projectId, recipientId: id, participationId: partner, noticeOn, noticeTo };
      await db.save(
        db.create(Intake, { ...intake, takenOn: takenOn ?? today, demonstration: false }),
      );
      return id;
    });
    return this.read(caller, projectId, id);
  }

  /** Takes in charge somebody who has a code already: elsewhere known by it, here from now on. */
  async takeInCharge(
    caller: Caller,
    projectId: string,
    { code, participationId = null }: TakeInCharge,
  ): Promise<RecipientView> {
    const partner = partnerFor(caller, projectId, participationId);
    const id = await this.writes.run(async (db) => {
      const recipient = await db.findOneBy(Recipient, { code: tidyCode(code) });
      if (!recipient) throw new NotFound('una persona con questo codice');
      const intake = { projectId, recipientId: recipient.id, participationId: partner };
      const takenOn = this.clock.today();
      await db.save(
        db.create(Intake, {
          ...intake,
          takenOn,
          noticeOn: null,
          noticeTo: null,
          demonstration: false,
        }),
      );
      return recipient.id;
    });
    return this.read(caller, projectId, id);
  }

  async change(
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
    { noticeOn, noticeTo, ...facts }: ChangeRecipient,
  ): Promise<RecipientView> {
    const today = this.clock.today();
    await this.writes.run(async (db) => {
      const before = await findRecipient(db, caller, { projectId, id, today }, 'recipient.edit');
      const recipient = await bumpVersion(db, Recipient, { id }, seen);
      assertOpen(recipient);
      Object.assign(recipient, facts);
      const notice = {
        noticeOn: or(noticeOn, before.noticeOn),
        noticeTo: or(noticeTo, before.noticeTo),
      };
      assertNotice(notice, recipient, today);
      await db.save(recipient);
      const { participationId } = before;
      await db.query(
        `UPDATE intake SET notice_on = $4, notice_to = $5, version = version + 1
         WHERE project_id = $1 AND recipient_id = $2 AND participation_id IS NOT DISTINCT FROM $3
           AND (notice_on, notice_to) IS DISTINCT FROM ($4::date, $5)`,
        [projectId, id, participationId, notice.noticeOn, notice.noticeTo],
      );
    });
    return this.read(caller, projectId, id);
  }

  private async insert(db: EntityManager, facts: Partial<Recipient>): Promise<string> {
    const [{ id }] = (await db.query('SELECT uuidv7() AS id')) as [{ id: string }];
    const defaults = { citizenship: UNKNOWN_COUNTRY, flags: [], demonstration: false };
    await db.insert(Recipient, { ...defaults, ...facts, id, personId: id, code: newCode() });
    return id;
  }
}

/** What was sent, null included; else what stood there. */
const or = <T>(sent: T | undefined, stood: T): T => (sent === undefined ? stood : sent);

/** A partner's operator takes people in charge for its own body. */
function partnerFor(caller: Caller, projectId: string, asked: string | null): string | null {
  const own = caller.participationsIn(projectId, 'recipient.edit');
  if (own === null || own.includes(asked ?? '')) return asked;
  if (asked === null && own[0]) return own[0];
  throw new Forbidden(
    'recipient.partner',
    'Puoi prendere in carico persone solo per il tuo ente: sceglilo come partner.',
  );
}
