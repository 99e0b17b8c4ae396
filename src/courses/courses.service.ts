import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { scoped } from '../access/scope.js';
import { Forbidden, NotFound, RuleBroken } from '../kernel/errors.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { assertReached } from '../people/person-reach.js';
import { COURSE_SCOPE } from '../recipients/course-scope.js';
import type {
  ChangeCourse,
  CourseFilter,
  CourseList,
  CourseView,
  NewCourse,
  TeacherInput,
} from './course.dto.js';
import { Course, CourseTeacher } from './course.entity.js';
import { readCourses } from './courses.queries.js';

/** Editions of courses, their school, teachers and threshold. */
@Injectable()
export class CoursesService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(caller: Caller, projectId: string, filter: CourseFilter): Promise<CourseList> {
    return { items: await readCourses(this.source.manager, caller, projectId, filter) };
  }

  read(caller: Caller, projectId: string, id: string): Promise<CourseView> {
    return viewOf(this.source.manager, caller, projectId, id);
  }

  add(
    caller: Caller,
    projectId: string,
    { teachers = [], ...input }: NewCourse,
  ): Promise<CourseView> {
    const own = caller.participationsIn(projectId, 'course.edit');
    if (own !== null && !own.includes(input.participationId ?? '')) throw notYourBody();
    return this.writes.run(async (db) => {
      await assertSchool(db, input);
      const { id } = await db.save(
        db.create(Course, {
          ...input,
          projectId,
          classes: tidy(input.classes ?? []),
          state: 'open',
          demonstration: false,
        }),
      );
      await replaceTeachers(db, caller, { projectId, courseId: id }, teachers);
      return viewOf(db, caller, projectId, id);
    });
  }

  change(
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
    { teachers, ...change }: ChangeCourse,
  ): Promise<CourseView> {
    return this.writes.run(async (db) => {
      await findCourse(db, caller, projectId, id, 'course.edit');
      const course = await bumpVersion(db, Course, { id, projectId }, seen);
      Object.assign(course, change, change.classes && { classes: tidy(change.classes) });
      await assertSchool(db, course);
      await db.save(course);
      if (teachers) await replaceTeachers(db, caller, { projectId, courseId: id }, teachers);
      return viewOf(db, caller, projectId, id);
    });
  }
}

/** The course, as far as the caller reaches it with this permission; 404 otherwise. */
export async function findCourse(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  id: string,
  permission: Permission = 'course.view',
): Promise<Course> {
  const query = db
    .createQueryBuilder(Course, 'course')
    .where('course.id = :id AND course.project_id = :projectId', { id, projectId });
  const course = await scoped(query, caller, permission, COURSE_SCOPE).getOne();
  if (!course) throw new NotFound();
  return course;
}

async function viewOf(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  id: string,
): Promise<CourseView> {
  const [course] = await readCourses(db, caller, projectId, { id });
  if (!course) throw new NotFound();
  return course;
}

const tidy = (classes: string[]): string[] => [...new Set(classes)];

async function replaceTeachers(
  db: EntityManager,
  caller: Caller,
  course: { projectId: string; courseId: string },
  teachers: TeacherInput[],
): Promise<void> {
  const standing = (await db.findBy(CourseTeacher, course)).map(({ personId }) => personId);
  const named = teachers.map(({ personId }) => personId);
  await assertReached(db, caller, named, { path: 'teachers', standing });
  await db.delete(CourseTeacher, course);
  const once = [...new Map(teachers.map((one) => [one.personId, one])).values()];
  await db.save(once.map((teacher) => db.create(CourseTeacher, { ...course, ...teacher })));
}

/** A plesso belongs to its school. */
async function assertSchool(
  db: EntityManager,
  { schoolId = null, buildingId = null }: Pick<NewCourse, 'schoolId' | 'buildingId'>,
): Promise<void> {
  if (buildingId === null) return;
  const [of] = (await db.query('SELECT parent_id FROM organisation WHERE id = $1', [
    buildingId,
  ])) as { parent_id: string | null }[];
  if (of && of.parent_id === schoolId) return;
  const message = 'Il plesso scelto non è di questa scuola: scegli prima la scuola.';
  throw new RuleBroken('course.building', message, [{ path: 'buildingId', message }]);
}

const notYourBody = () =>
  new Forbidden('course.partner', 'Puoi aprire solo corsi del tuo ente: sceglilo come partner.');
