import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { PlannedActivities } from '../activities/planned-activities.js';
import { type Course, CourseTeacher } from '../courses/course.entity.js';
import { findCourse } from '../courses/courses.service.js';
import { Clock } from '../kernel/dates.js';
import { assertReached } from '../people/person-reach.js';
import { Writes } from '../platform/write.js';
import type { NewSessions, Register } from './attendance.dto.js';
import { readRegister } from './register.queries.js';

const KIND = 'l2_workshop';

/** Puts the sessions of a course into the log, one for each day: all or none. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly activities: PlannedActivities,
    private readonly clock: Clock,
  ) {}

  async add(
    caller: Caller,
    projectId: string,
    courseId: string,
    { days, ...session }: NewSessions,
  ): Promise<Register> {
    await this.writes.run(async (db) => {
      const course = await findCourse(db, caller, projectId, courseId, 'course.edit');
      const teachers = await teachersOf(db, courseId);
      const staffIds = session.staffIds ?? teachers;
      await assertReached(db, caller, staffIds, { path: 'staffIds', standing: teachers });
      const given = { ...ofCourse(course), ...session, staffIds };
      const rows = [...new Set(days)].map((day) => ({ ...given, day }));
      await this.activities.enter(db, projectId, rows);
    });
    // Read anew also for a repeated request: nothing of the people in it is stored.
    const db = this.source.manager;
    await findCourse(db, caller, projectId, courseId);
    return readRegister(db, caller, courseId, { month: undefined, today: this.clock.today() });
  }
}

const ofCourse = ({ id, workItemId, participationId, schoolId }: Course) => ({
  kind: KIND,
  workItemId,
  participationId,
  organisationIds: schoolId ? [schoolId] : [],
  courseId: id,
});

async function teachersOf(db: EntityManager, courseId: string): Promise<string[]> {
  const rows = await db.findBy(CourseTeacher, { courseId });
  return rows.map(({ personId }) => personId);
}
