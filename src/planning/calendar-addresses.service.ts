import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Callers } from '../access/callers.js';
import { hashOf, newToken } from '../access/sessions.js';
import type { Config } from '../config.js';
import { addDays, Clock } from '../kernel/dates.js';
import { Forbidden, NotFound, RuleBroken } from '../kernel/errors.js';
import { assertReached } from '../people/person-reach.js';
import { InjectConfig } from '../platform/config.token.js';
import { Writes } from '../platform/write.js';
import type {
  CalendarAddressList,
  CalendarAddressView,
  CreatedCalendarAddress,
  NewCalendarAddress,
} from './calendar-address.dto.js';
import { calendarFile } from './calendar-file.js';
import { addressesOf, entriesOf, keyOfToken } from './calendar-address.queries.js';

const DAYS_BACK = 120;
const DAYS_AHEAD = 400;

/** Secret addresses at which calendar programs read; what they show is cut to what their maker may see at that moment. */
@Injectable()
export class CalendarAddresses {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly callers: Callers,
    private readonly clock: Clock,
    @InjectConfig() private readonly config: Config,
  ) {}

  async list(caller: Caller): Promise<CalendarAddressList> {
    return { items: await addressesOf(this.source.manager, caller.userId), next: null };
  }

  /** The secret is never kept: a repeated request gets the description without it. */
  async add(caller: Caller, body: NewCalendarAddress): Promise<CreatedCalendarAddress> {
    // Its address would reach all that the user reaches, and outlive the token.
    if (caller.signed.personalToken) throw notByToken();
    const { name, projectId = null, personId = null, organisationId = null } = body;
    if ([projectId, personId, organisationId].filter(Boolean).length !== 1) throw ofOne();
    if (projectId && !caller.may('activity.view', projectId)) throw new NotFound();
    let address: string | null = null;
    const view = await this.writes.run(async (db) => {
      if (personId) await assertReached(db, caller, [personId], { path: 'personId' });
      const token = newToken();
      const [row] = (await db.query(
        `INSERT INTO calendar_address (user_id, token_hash, name, project_id, person_id, organisation_id)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [caller.userId, hashOf(token), name, projectId, personId, organisationId],
      )) as [{ id: string }];
      address = `${this.config.publicUrl}/api/v1/calendars/${token}/calendario.ics`;
      return this.one(db, caller, row.id);
    });
    return { ...view, address };
  }

  private async one(db: EntityManager, caller: Caller, id: string): Promise<CalendarAddressView> {
    const [view] = await addressesOf(db, caller.userId, id);
    if (!view) throw new NotFound();
    return view;
  }

  revoke(caller: Caller, id: string): Promise<void> {
    return this.writes.run(async (db) => {
      const [, revoked] = (await db.query(
        'UPDATE calendar_address SET revoked_at = now() WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL',
        [id, caller.userId],
      )) as [unknown, number];
      if (revoked === 0) throw new NotFound();
    });
  }

  /** The file of an address; guessed, revoked, and of a user who may see nothing any more are one answer: 404. */
  async file(token: string): Promise<string> {
    const address = await keyOfToken(this.source.manager, hashOf(token));
    const caller = address && (await this.callers.reading(address.userId));
    if (!caller) throw new NotFound();
    const today = this.clock.today();
    const period = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) };
    const entries = await entriesOf(this.source.manager, caller, address, period);
    return calendarFile(address.name, new URL(this.config.publicUrl).hostname, entries);
  }
}

const notByToken = () =>
  new Forbidden(
    'calendar.by-token',
    'Un indirizzo di calendario si crea dalle pagine del programma, non con un token.',
  );

const ofOne = () =>
  new RuleBroken(
    'calendar.of-one',
    'Un calendario è di un progetto, di una persona o di un ente: indicane uno.',
  );
