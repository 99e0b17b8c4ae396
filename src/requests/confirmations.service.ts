import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { hashOf, newToken } from '../access/sessions.js';
import { Activity } from '../activities/activity.entity.js';
import type { Config } from '../config.js';
import { WASTED_TRIP } from '../contracts/billable.js';
import { Clock } from '../kernel/dates.js';
import { Conflict, NotFound, RuleBroken } from '../kernel/errors.js';
import { InjectConfig } from '../platform/config.token.js';
import { requestContext } from '../platform/context.js';
import { Mail } from '../platform/mail/mail.js';
import { Writes } from '../platform/write.js';
import type { AnswerHours, ConfirmationLink, HoursToConfirm } from './confirmation.dto.js';
import { confirmationLetter } from './letters.js';
import { HoursConfirmation } from './link.entity.js';
import { MediationRequest } from './mediation-request.entity.js';
import { assertMayBecome } from './request-states.js';
import { locked, requestView } from './requests.service.js';

const LIFE_DAYS = 30;
const DAY_MS = 86_400_000;

/** The body confirms the hours, or contests them, by a link that works once. */
@Injectable()
export class ConfirmationsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly mail: Mail,
    private readonly clock: Clock,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** Makes the link and sends it; the one before no longer works. The secret is never kept. */
  async ask(caller: Caller, id: string, seen: number): Promise<ConfirmationLink> {
    const secret: { address: string | null } = { address: null };
    const answer = await this.writes.run(async (db) => {
      const request = await locked(db, caller, id, seen);
      assertMayBecome(request.state, 'confirmed');
      await db.save(request);
      const token = newToken();
      secret.address = `${this.config.publicUrl}/conferma#${token}`;
      const expiresAt = await this.renew(db, request, token);
      const view = await requestView(db, caller, id);
      if (view.askedByEmail)
        await this.mail.put(db, confirmationLetter(view, view.askedByEmail, secret.address));
      return { expiresAt: expiresAt.toISOString(), sentTo: view.askedByEmail };
    });
    return { ...answer, ...secret };
  }

  async open(token: string): Promise<HoursToConfirm> {
    const link = await this.find(this.source.manager, token);
    return hoursFor(this.source.manager, link);
  }

  /** Throws 409 when it was answered, unless this is the same answer sent again. */
  answer({ token, answer, reason = null }: AnswerHours): Promise<HoursToConfirm> {
    const key = requestContext.get()?.idempotencyKey ?? null;
    return this.writes.run(async (db) => {
      const link = await this.find(db, token, true);
      if (link.answer !== null) {
        if (key !== null && link.answerKey === key) return hoursFor(db, link);
        throw answered();
      }
      await lockWork(db, link);
      await hoursFor(db, link);
      if (answer === 'contested' && reason === null) throw noReason();
      await this.settle(db, link, answer, reason);
      Object.assign(link, { answer, answerKey: key, answeredAt: this.clock.now() });
      await db.save(link);
      return hoursFor(db, link);
    });
  }

  private async renew(
    db: EntityManager,
    { id: requestId, projectId, activityId }: MediationRequest,
    token: string,
  ): Promise<Date> {
    const now = this.clock.now();
    const open = { requestId, revokedAt: IsNull(), answeredAt: IsNull() };
    await db.update(HoursConfirmation, open, { revokedAt: now });
    const expiresAt = new Date(now.getTime() + LIFE_DAYS * DAY_MS);
    const work = await db.findOneByOrFail(Activity, { id: activityId! });
    const { day, startTime, minutes } = work;
    const hours = { day, startTime, minutes, wasted: work.kind === WASTED_TRIP };
    const link = { requestId, projectId, tokenHash: hashOf(token), expiresAt, ...hours };
    await db.save(db.create(HoursConfirmation, link));
    return expiresAt;
  }

  /** Unknown, replaced and expired are the same to whoever tries. */
  private async find(db: EntityManager, token: string, lock = false): Promise<HoursConfirmation> {
    const link = await db.findOne(HoursConfirmation, {
      where: { tokenHash: hashOf(token), revokedAt: IsNull() },
      ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}),
    });
    if (!link || link.expiresAt <= this.clock.now()) throw unknownLink();
    return link;
  }

  private async settle(
    db: EntityManager,
    { requestId }: HoursConfirmation,
    answer: 'confirmed' | 'contested',
    reason: string | null,
  ): Promise<void> {
    const request = await db.findOneOrFail(MediationRequest, {
      where: { id: requestId },
      lock: { mode: 'pessimistic_write' },
    });
    await assertInUse(db, request.projectId);
    assertMayBecome(request.state, answer);
    const contestReason = answer === 'contested' ? reason : null;
    Object.assign(request, { state: answer, contestReason, version: request.version + 1 });
    await db.save(request);
    if (answer === 'confirmed') await confirmWork(db, request);
  }
}

/** The hours that are compared with those of the link are those that are confirmed. */
async function lockWork(db: EntityManager, { requestId }: HoursConfirmation): Promise<void> {
  const { activityId } = await db.findOneByOrFail(MediationRequest, { id: requestId });
  if (!activityId) return;
  await db.findOne(Activity, { where: { id: activityId }, lock: { mode: 'pessimistic_write' } });
}

/** What a sent report holds stays as it was told: there the request alone is confirmed. */
async function confirmWork(db: EntityManager, { activityId }: MediationRequest): Promise<void> {
  const work = await db.findOneOrFail(Activity, {
    where: { id: activityId! },
    lock: { mode: 'pessimistic_write' },
  });
  if (work.state !== 'done' || work.reportId !== null) return;
  await db.save(Object.assign(work, { state: 'confirmed', version: work.version + 1 }));
}

/** Nothing is written into an archived project, by whatever link. */
export async function assertInUse(db: EntityManager, projectId: string): Promise<void> {
  const [project] = (await db.query('SELECT state FROM project WHERE id = $1', [projectId])) as [
    { state: string },
  ];
  if (project.state === 'archived')
    throw new Conflict(
      'project.archived',
      'Il progetto è concluso: scrivi a chi ti ha mandato il collegamento.',
    );
}

const HOURS = `
  SELECT j.title AS "projectTitle", o.name AS "organisationName", r.number, c.day, to_char(c.start_time, 'HH24:MI') AS "startTime",
    c.minutes, c.wasted, r.language, p.name AS "mediatorName", c.answer,
    (c.day, c.start_time, c.minutes, c.wasted) IS NOT DISTINCT FROM (a.day, a.start_time, a.minutes, a.kind = $2) AND a.state <> 'cancelled' AS same
  FROM hours_confirmation c JOIN mediation_request r ON r.id = c.request_id JOIN project j ON j.id = r.project_id
  JOIN organisation o ON o.id = r.organisation_id JOIN activity a ON a.id = r.activity_id LEFT JOIN person p ON p.id = r.mediator_id
  WHERE c.id = $1`;

/** The hours that the link was made for. Throws 409 when nobody answered yet and they are now others. */
async function hoursFor(db: EntityManager, { id }: HoursConfirmation): Promise<HoursToConfirm> {
  const [{ same, ...hours }] = (await db.query(HOURS, [id, WASTED_TRIP])) as [
    HoursToConfirm & { same: boolean },
  ];
  if (!same && hours.answer === null) throw changed();
  return hours;
}

export const unknownLink = () =>
  new NotFound('questo collegamento, che non è valido oppure è scaduto: chiedine uno nuovo');
const changed = () =>
  new Conflict(
    'confirmation.changed',
    'Le ore sono state corrette dopo l’invio di questo collegamento: chiedine uno nuovo a chi te l’ha mandato.',
  );
const answered = () =>
  new Conflict(
    'confirmation.answered',
    'A questo collegamento è già stato risposto: vale una volta sola.',
  );
const noReason = () =>
  new RuleBroken('confirmation.reason', 'Per contestare le ore scrivi che cosa non torna.', [
    { path: 'reason', message: 'Scrivi che cosa non torna.' },
  ]);
