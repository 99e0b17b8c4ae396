import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { LogActivity } from '../activities/activity.dto.js';
import { Activity } from '../activities/activity.entity.js';
import { asLogged, PlannedActivities } from '../activities/planned-activities.js';
import { WASTED_TRIP } from '../contracts/billable.js';
import { Clock } from '../kernel/dates.js';
import { Conflict, RuleBroken } from '../kernel/errors.js';
import { Mail } from '../platform/mail/mail.js';
import { Writes } from '../platform/write.js';
import { timesOf } from './delivered-times.js';
import { assignmentLetters, passedOnLetters } from './letters.js';
import type { MediationRequest } from './mediation-request.entity.js';
import { Mediator } from './mediator.entity.js';
import type { AssignRequest, DeliverRequest, RequestView } from './request.dto.js';
import { requestAsTold } from './request.queries.js';
import { assertMayBecome } from './request-states.js';
import { answeredNow, locked, requestView } from './requests.service.js';

const KIND = 'on_call_mediation';

/** Sends a mediator, which plans an activity and so reserves its hours; records what took place, which makes it done. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly writes: Writes,
    private readonly activities: PlannedActivities,
    private readonly mail: Mail,
    private readonly clock: Clock,
  ) {}

  /** Everybody concerned gets a letter, also who was told before and is not concerned any more. Throws 409 when the mediator is taken, 422 when the package is used up. */
  assign(caller: Caller, id: string, seen: number, given: AssignRequest): Promise<RequestView> {
    return this.writes.run(async (db) => {
      const request = await locked(db, caller, id, seen);
      assertMayBecome(request.state, 'assigned');
      const former = request.calledOff ? [] : request.told;
      const before = former.length > 0 ? await requestAsTold(db, id) : null;
      // Of what took place already nobody needs to hear: it is written down afterwards.
      const told =
        given.day < this.clock.today()
          ? []
          : await whomToTell(db, caller, request.askedByEmail, given.mediatorId);
      const work = await this.planned(db, request, given);
      Object.assign(request, {
        state: 'assigned',
        mediatorId: given.mediatorId,
        participationId: given.participationId ?? null,
        activityId: work.id,
        told,
        calledOff: false,
        ...(request.answeredOn ? {} : answeredNow(this.clock)),
      });
      await db.save(request);
      const view = await requestView(db, caller, id);
      const letters = assignmentLetters(view, told);
      const freed = former.filter((address) => !told.includes(address));
      if (before) letters.push(...passedOnLetters(before, freed));
      for (const letter of letters) await this.mail.put(db, letter);
      return view;
    });
  }

  /** The hours as they were, or a wasted trip; from here on the body may confirm them. */
  deliver(caller: Caller, id: string, seen: number, given: DeliverRequest): Promise<RequestView> {
    return this.writes.run(async (db) => {
      const request = await locked(db, caller, id, seen);
      assertMayBecome(request.state, 'delivered');
      if (given.day > this.clock.today()) throw notYet();
      const work = await workOf(db, request);
      const input = {
        ...asLogged(work),
        ...timesOf(given, request.minutes),
        kind: given.wasted ? WASTED_TRIP : KIND,
        quantity: given.wasted ? 1 : null,
        day: given.day,
        endsOn: null,
        overReason: given.overReason ?? work.overReason,
      };
      const { id: activityId } = await this.write(db, work, input, 'done');
      const done = { state: 'delivered', contestReason: null, activityId } as const;
      await db.save(Object.assign(request, done));
      return requestView(db, caller, id);
    });
  }

  private async planned(
    db: EntityManager,
    request: MediationRequest,
    given: AssignRequest,
  ): Promise<Activity> {
    const input: LogActivity = {
      kind: KIND,
      workItemId: given.workItemId,
      participationId: given.participationId ?? null,
      ...timesOf(given, request.minutes),
      day: given.day,
      place: request.place,
      staffIds: [given.mediatorId],
      organisationIds: [request.organisationId],
      language: request.language,
      territoryId: request.territoryId,
      contractLineId: given.contractLineId ?? null,
      overReason: given.overReason ?? null,
    };
    if (request.activityId) return this.write(db, await workOf(db, request), input, 'planned');
    return this.enter(db, request.projectId, input, 'planned');
  }

  /** What was cancelled stays so: the work is logged anew. */
  private write(
    db: EntityManager,
    work: Activity,
    input: LogActivity,
    state: 'planned' | 'done',
  ): Promise<Activity> {
    return work.state === 'cancelled'
      ? this.enter(db, work.projectId, input, state)
      : this.activities.change(db, work, input, state);
  }

  /** Also what is planned for today is not done before it has taken place. */
  private async enter(
    db: EntityManager,
    projectId: string,
    input: LogActivity,
    state: 'planned' | 'done',
  ): Promise<Activity> {
    const [entered] = await this.activities.enter(db, projectId, [input], { state });
    return entered!;
  }
}

/** Each address once: who asked, who goes, who arranges it. */
async function whomToTell(
  db: EntityManager,
  { signed }: Caller,
  asker: string | null,
  mediatorId: string,
): Promise<string[]> {
  const mediator = await db.findOneBy(Mediator, { personId: mediatorId });
  const addresses = new Set([asker, mediator?.email ?? null, signed.email]);
  return [...addresses].filter((address) => address !== null);
}

/** The work of a request, locked. Throws Conflict when a sent report holds it. */
async function workOf(db: EntityManager, { activityId }: MediationRequest): Promise<Activity> {
  const work = await db.findOneOrFail(Activity, {
    where: { id: activityId! },
    lock: { mode: 'pessimistic_write' },
  });
  if (work.reportId !== null) throw taken();
  return work;
}

const notYet = () =>
  new RuleBroken(
    'request.future',
    'Quel giorno deve ancora venire: registra le ore quando sono svolte.',
    [{ path: 'day', message: 'Al massimo oggi.' }],
  );
const taken = () =>
  new Conflict(
    'request.work',
    'L’attività di questa richiesta fa parte di un rendiconto inviato: rettificala dalla pagina Attività.',
  );
