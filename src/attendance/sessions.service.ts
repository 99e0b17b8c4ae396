import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { contextIn } from '../activities/activity-context.js';
import { stateOn } from '../activities/activity-rules.js';
import { Activity } from '../activities/activity.entity.js';
import { checkActivity } from '../activities/checked-activity.js';
import { ProjectPlans } from '../activities/project-plans.js';
import { type Course, CourseTeacher } from '../courses/course.entity.js';
import { findCourse } from '../courses/courses.service.js';
import { Clock } from '../kernel/dates.js';
import { Writes } from '../platform/write.js';
import type { NewSessions, Register } from './attendance.dto.js';
import { readRegister } from './register.queries.js';

const KIND = 'l2_workshop';

/** Puts the sessions of a course into the log, one for each day: all or none. */
@Injectable()
export class SessionsService {
  private readonly plans: ProjectPlans;

  constructor(
    source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {
    this.plans = new ProjectPlans(source);
  }

  async add(
    caller: Caller,
    projectId: string,
    courseId: string,
    { days, ...session }: NewSessions,
  ): Promise<Register> {
    const plan = await this.plans.read(projectId);
    const today = this.clock.today();
    return this.writes.run(async (db) => {
      const course = await findCourse(db, caller, projectId, courseId, 'course.edit');
      const staffIds = session.staffIds ?? (await teachersOf(db, courseId));
      const { workItemId } = course;
      const context = contextIn(plan, { kind: KIND, workItemId });
      const rows = [...new Set(days)].map((day) => ({
        ...checkActivity({ ...ofCourse(course), ...session, day, staffIds }, context),
        projectId,
        state: stateOn(day, today),
        quantity: null,
        demonstration: false,
      }));
      await db.save(rows.map((row) => db.create(Activity, row)));
      return readRegister(db, caller, courseId, { month: undefined, today });
    });
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
