import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import { Conflict, NotFound } from '../kernel/errors.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { findRecipient } from '../recipients/recipients.queries.js';
import type { ChangeEnrolment, EnrolmentList, EnrolmentView, NewEnrolment } from './course.dto.js';
import type { Course } from './course.entity.js';
import { readEnrolments } from './courses.queries.js';
import { findCourse } from './courses.service.js';
import { Enrolment } from './enrolment.entity.js';

/** Who follows a course, as what and since when. */
@Injectable()
export class EnrolmentsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, projectId: string, courseId: string): Promise<EnrolmentList> {
    await findCourse(this.source.manager, caller, projectId, courseId);
    return { items: await readEnrolments(this.source.manager, [courseId]) };
  }

  async enrol(
    caller: Caller,
    projectId: string,
    courseId: string,
    { recipientId, status = 'regular', fromDay = this.clock.today() }: NewEnrolment,
  ): Promise<EnrolmentView> {
    const enrolled = await this.writes.run(async (db) => {
      const course = await findCourse(db, caller, projectId, courseId, 'course.edit');
      const today = this.clock.today();
      await findRecipient(db, caller, { projectId, id: recipientId, today }, 'recipient.edit');
      if (status === 'regular') await assertSeat(db, course);
      const row = { projectId, courseId, recipientId, status, fromDay, demonstration: false };
      return (await db.save(db.create(Enrolment, row))).id;
    });
    return this.read(caller, projectId, courseId, enrolled);
  }

  async change(
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
    { status, fromDay, toDay }: ChangeEnrolment,
  ): Promise<EnrolmentView> {
    const courseId = await this.writes.run(async (db) => {
      const { courseId } = await db.findOneByOrFail(Enrolment, { id, projectId });
      const course = await findCourse(db, caller, projectId, courseId, 'course.edit');
      const enrolment = await bumpVersion(db, Enrolment, { id, projectId }, seen);
      if (status === 'regular' && enrolment.status !== 'regular') await assertSeat(db, course);
      Object.assign(enrolment, {
        status,
        fromDay: fromDay ?? enrolment.fromDay,
        toDay: status === 'withdrawn' ? (toDay ?? enrolment.toDay ?? this.clock.today()) : null,
      });
      await db.save(enrolment);
      return courseId;
    });
    return this.read(caller, projectId, courseId, id);
  }

  /** Also what a repeated write is answered: nothing of a person is stored for it. */
  private async read(
    caller: Caller,
    projectId: string,
    courseId: string,
    id: string,
  ): Promise<EnrolmentView> {
    const db = this.source.manager;
    await findCourse(db, caller, projectId, courseId);
    const [view] = await readEnrolments(db, [courseId], id);
    if (!view) throw new NotFound();
    return view;
  }
}

/** Locks the course, so that the last seat is taken once. */
async function assertSeat(db: EntityManager, { id, seats }: Course): Promise<void> {
  await db.query('SELECT FROM course WHERE id = $1 FOR UPDATE', [id]);
  const taken = await db.countBy(Enrolment, { courseId: id, status: 'regular' });
  if (seats === null || taken < seats) return;
  throw new Conflict(
    'course.full',
    `Il corso ha ${seats} posti e sono tutti occupati: iscrivi come uditore o aumenta i posti.`,
  );
}
