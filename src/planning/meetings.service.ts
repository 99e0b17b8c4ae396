import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, Not } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { PlannedActivities } from '../activities/planned-activities.js';
import { Clock } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';
import type { Page, PageQuery } from '../kernel/page.js';
import { assertReached } from '../people/person-reach.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import { isToBeCalled } from './convocation.js';
import { MeetingLetters } from './meeting-letters.js';
import type {
  AddDecision,
  AddMeeting,
  ChangeMeeting,
  GuestInput,
  MeetingRow,
  MeetingView,
} from './meeting.dto.js';
import { Meeting, MeetingDecision, MeetingGuest, Task } from './meeting.entity.js';
import { meetingOf, noteCalled, pageOfMeetings } from './meeting.queries.js';

/** Meetings: agenda, convocation, who came, minutes, what was decided. Whoever may log their activity keeps them. */
@Injectable()
export class MeetingsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly activities: PlannedActivities,
    private readonly letters: MeetingLetters,
    private readonly clock: Clock,
  ) {}

  list(caller: Caller, projectId: string, query: PageQuery): Promise<Page<MeetingRow>> {
    return pageOfMeetings(this.source.manager, caller, projectId, query);
  }

  read(caller: Caller, projectId: string, id: string): Promise<MeetingView> {
    return meetingOf(this.source.manager, caller, { projectId, id });
  }

  /** The meeting and its activity, or neither. */
  add(caller: Caller, projectId: string, body: AddMeeting): Promise<MeetingView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const { title, agenda = null, guests = [] } = body;
      const [activity] = await this.activities.add(db, caller, projectId, [body.activity]);
      const meeting = db.create(Meeting, { projectId, activityId: activity!.id, title, agenda });
      const { id } = await db.save(meeting);
      await replaceGuests(db, { projectId, meetingId: id }, guests);
      return meetingOf(db, caller, { projectId, id });
    });
  }

  change(
    caller: Caller,
    projectId: string,
    id: string,
    version: number,
    { guests, ...body }: ChangeMeeting,
  ): Promise<MeetingView> {
    return this.writes.run(async (db) => {
      const meeting = await this.open(db, caller, { projectId, id }, version);
      await db.save(Object.assign(meeting, body));
      if (guests) await replaceGuests(db, { projectId, meetingId: id }, guests);
      return meetingOf(db, caller, { projectId, id });
    });
  }

  /** Mails everybody who has an address and does not know yet; after a change of day, hour or place, everybody again. Throws RuleBroken `meeting.nobody`. */
  convoke(caller: Caller, projectId: string, id: string, version: number): Promise<MeetingView> {
    return this.writes.run(async (db) => {
      await this.open(db, caller, { projectId, id }, version);
      const view = await meetingOf(db, caller, { projectId, id });
      if (view.state === 'cancelled') throw calledOff();
      const to = view.guestList.filter((guest) => isToBeCalled(view, guest));
      if (to.length === 0) throw nobody();
      const { title: projectTitle } = await openProject(db, projectId);
      await this.letters.call(db, view, to, { name: caller.signed.name, projectTitle });
      const convenedAt = this.clock.now();
      await db.update(MeetingGuest, { id: In(to.map((guest) => guest.id)) }, { convenedAt });
      await noteCalled(db, id, convenedAt);
      return meetingOf(db, caller, { projectId, id });
    });
  }

  decide(
    caller: Caller,
    projectId: string,
    id: string,
    { text, personId = null, dueDay = null }: AddDecision,
  ): Promise<MeetingView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      await meetingOf(db, caller, { projectId, id }, 'activity.log');
      if ((personId === null) !== (dueDay === null)) throw half();
      const decision = db.create(MeetingDecision, { projectId, meetingId: id, text });
      const { id: decisionId } = await db.save(decision);
      if (personId && dueDay) {
        await assertReached(db, caller, [personId], { path: 'personId' });
        await db.save(db.create(Task, { projectId, decisionId, personId, dueDay }));
      }
      return meetingOf(db, caller, { projectId, id });
    });
  }

  private async open(
    db: EntityManager,
    caller: Caller,
    which: { projectId: string; id: string },
    version: number,
  ): Promise<Meeting> {
    await openProject(db, which.projectId);
    await meetingOf(db, caller, which, 'activity.log');
    return bumpVersion(db, Meeting, which, version);
  }
}

/** Who is in the list stays with what is known of them, the others go. */
async function replaceGuests(
  db: EntityManager,
  of: { projectId: string; meetingId: string },
  guests: GuestInput[],
): Promise<void> {
  const known = await db.findBy(MeetingGuest, of);
  const kept = guests.flatMap(({ id }) => (known.some((one) => one.id === id) ? [id!] : []));
  await db.delete(MeetingGuest, { ...of, id: Not(In(kept)) });
  const rows = guests.map(({ id, name, organisationId = null, email = null, present = null }, i) =>
    db.create(MeetingGuest, {
      ...known.find((one) => one.id === id),
      ...of,
      position: i,
      name,
      organisationId,
      email,
      present,
    }),
  );
  await db.save(rows);
}

const calledOff = () =>
  new RuleBroken(
    'meeting.cancelled',
    'La riunione è annullata: pianificane una nuova per convocarla.',
  );
const nobody = () =>
  new RuleBroken(
    'meeting.nobody',
    'Nessuno da convocare: aggiungi chi invitare con la sua posta elettronica; chi è già stato convocato non riceve due volte la stessa lettera.',
  );

const half = () =>
  new RuleBroken(
    'task.owner-and-day',
    'Un compito ha qualcuno che lo svolge e un giorno: indicali entrambi, o nessuno dei due.',
    [{ path: 'dueDay', message: 'Indica chi e entro quando, o nessuno dei due.' }],
  );
