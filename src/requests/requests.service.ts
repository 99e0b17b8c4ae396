import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Activity } from '../activities/activity.entity.js';
import { cancelActivity } from '../activities/activity-states.js';
import { Clock } from '../kernel/dates.js';
import { Conflict, NotFound } from '../kernel/errors.js';
import { Mail } from '../platform/mail/mail.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { timesOf } from './delivered-times.js';
import { closedLetter } from './letters.js';
import { localMoment } from './local-moment.js';
import { type Closing, MediationRequest } from './mediation-request.entity.js';
import type {
  AskedMediation,
  ChangeRequest,
  CloseRequest,
  NewRequest,
  RequestView,
} from './request.dto.js';
import { findRequest } from './request.queries.js';
import { assertMayBecome, assertStillAsked } from './request-states.js';

const USUAL_MINUTES = 60;

/** Requests from the phone call to their triage. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly mail: Mail,
  ) {}

  one(caller: Caller, id: string): Promise<RequestView> {
    return requestView(this.source.manager, caller, id);
  }

  add(caller: Caller, projectId: string, given: NewRequest): Promise<RequestView> {
    return this.writes.run(async (db) => {
      const { id } = await addRequest(db, this.clock, {
        ...wanted(given),
        projectId,
        organisationId: given.organisationId,
        askedByEmail: given.askedByEmail ?? null,
        origin: 'phone',
      });
      return requestView(db, caller, id);
    });
  }

  change(caller: Caller, id: string, seen: number, given: ChangeRequest): Promise<RequestView> {
    return this.writes.run(async (db) => {
      const request = await locked(db, caller, id, seen);
      assertStillAsked(request.state);
      const { organisationId, askedByEmail = null } = given;
      await db.save(Object.assign(request, wanted(given), { organisationId, askedByEmail }));
      return requestView(db, caller, id);
    });
  }

  /** Somebody looks after it. */
  accept(caller: Caller, id: string, seen: number): Promise<RequestView> {
    return this.writes.run(async (db) => {
      const request = await locked(db, caller, id, seen);
      assertMayBecome(request.state, 'accepted');
      await db.save(Object.assign(request, { state: 'accepted' }));
      return requestView(db, caller, id);
    });
  }

  /** Refused, or not met: with its reason, which is counted. What was planned for it is cancelled. */
  close(
    caller: Caller,
    id: string,
    seen: number,
    { state, closing, note = null }: CloseRequest,
  ): Promise<RequestView> {
    return this.writes.run(async (db) => {
      const request = await locked(db, caller, id, seen);
      assertMayBecome(request.state, state);
      const answered = request.answeredOn ? {} : answeredNow(this.clock);
      // Before its work: what is cancelled takes an open request back.
      await db.save(Object.assign(request, { state, closing, closingNote: note, ...answered }));
      if (request.activityId) await cancelWork(db, request.activityId, closing);
      const view = await requestView(db, caller, id);
      await this.tell(db, request, view);
      return view;
    });
  }

  /** Whoever had been told of an assignment hears that it is called off; who only asked hears why nobody comes. */
  private async tell(
    db: EntityManager,
    { askedByEmail: to, told, closing }: MediationRequest,
    view: RequestView,
  ): Promise<void> {
    if (!to || !closing || told.includes(to)) return;
    await this.mail.put(db, closedLetter(view, to, REASONS[closing].toLowerCase()));
  }
}

export const answeredNow = (clock: Clock) => {
  const { day, time } = localMoment(clock);
  return { answeredOn: day, answeredTime: time };
};

/** What is asked for, as the columns hold it. Throws RuleBroken `request.times` when it would end the day after. */
export function wanted(given: AskedMediation) {
  const minutes = given.minutes ?? USUAL_MINUTES;
  timesOf({ startTime: given.wantedTime, minutes }, minutes);
  return columnsOf(given, minutes);
}

const columnsOf = (given: AskedMediation, minutes: number) => ({
  askedBy: given.askedBy,
  askedByPhone: given.askedByPhone ?? null,
  meets: given.meets ?? null,
  reason: given.reason,
  language: given.language,
  citizenship: given.citizenship ?? null,
  territoryId: given.territoryId ?? null,
  wantedDay: given.wantedDay,
  wantedTime: given.wantedTime,
  minutes,
  mode: given.mode ?? 'in_person',
  place: given.place ?? null,
});

/** Numbers it within its project. */
export async function addRequest(
  db: EntityManager,
  clock: Clock,
  values: Partial<MediationRequest> & { projectId: string },
): Promise<MediationRequest> {
  const { projectId } = values;
  await db.query(`SELECT pg_advisory_xact_lock(hashtext('mediation_request' || $1))`, [projectId]);
  const [{ number }] = (await db.query(
    'SELECT coalesce(max(number), 0) + 1 AS number FROM mediation_request WHERE project_id = $1',
    [projectId],
  )) as [{ number: number }];
  const { day, time } = localMoment(clock);
  return db.save(
    db.create(MediationRequest, {
      ...values,
      number,
      state: 'received',
      receivedOn: day,
      receivedTime: time,
    }),
  );
}

/** Locks the request that the caller may change; 404 when it reaches none. */
export async function locked(
  db: EntityManager,
  caller: Caller,
  id: string,
  seen: number,
): Promise<MediationRequest> {
  if (!(await findRequest(db, caller, id, 'request.edit'))) throw new NotFound();
  return bumpVersion(db, MediationRequest, { id }, seen);
}

export async function requestView(
  db: EntityManager,
  caller: Caller,
  id: string,
): Promise<RequestView> {
  const view = await findRequest(db, caller, id);
  if (!view) throw new NotFound();
  return view;
}

const REASONS: Record<Closing, string> = {
  out_of_scope: 'Richiesta fuori dal progetto',
  incomplete: 'Richiesta incompleta',
  duplicate: 'Richiesta doppia',
  withdrawn: 'Richiesta ritirata',
  no_mediator: 'Nessun mediatore per la lingua',
  no_availability: 'Nessun mediatore disponibile',
  no_hours: 'Ore esaurite',
  too_late: 'Richiesta arrivata troppo tardi',
  other: 'Richiesta chiusa',
};

async function cancelWork(db: EntityManager, id: string, closing: Closing): Promise<void> {
  const work = await db.findOneOrFail(Activity, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (work.state === 'cancelled') return;
  if (work.state !== 'planned') throw alreadyDone();
  work.version += 1;
  await cancelActivity(db, work, REASONS[closing]);
}

const alreadyDone = () =>
  new Conflict(
    'request.done',
    'Le ore di questa richiesta risultano svolte: annulla prima l’attività, oppure registrala come uscita a vuoto.',
  );
