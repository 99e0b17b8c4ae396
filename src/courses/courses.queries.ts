import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { binder, scopeSql } from '../access/scope.js';
import { hasCompleted } from './completion.js';
import { COURSE_SCOPE } from '../recipients/course-scope.js';
import type { CourseFilter, CourseView, EnrolmentView } from './course.dto.js';

const COURSES = `
  SELECT course.id, course.project_id AS "projectId", course.work_item_id AS "workItemId", w.code AS "workItemCode",
    course.participation_id AS "participationId", o.name AS "partnerName", course.school_id AS "schoolId", s.name AS "schoolName",
    course.building_id AS "buildingId", b.name AS "buildingName", course.title, course.school_year AS "schoolYear",
    course.level_in AS "levelIn", course.level_out AS "levelOut", course.planned_minutes AS "plannedMinutes",
    course.threshold_percent AS "thresholdPercent", course.seats, course.classes, course.state,
    coalesce((SELECT json_agg(json_build_object('personId', t.person_id, 'internal', t.internal, 'name', p.name) ORDER BY p.name)
      FROM course_teacher t JOIN person p ON p.id = t.person_id WHERE t.course_id = course.id), '[]') AS teachers,
    coalesce(e.regulars, 0)::int AS regulars, coalesce(e.listeners, 0)::int AS listeners, coalesce(e.withdrawn, 0)::int AS withdrawn,
    coalesce(a.done, 0)::int AS "sessionsDone", coalesce(a.planned, 0)::int AS "sessionsPlanned", coalesce(a.minutes, 0)::int AS "minutesDone",
    course.demonstration, course.version
  FROM course JOIN work_item w ON w.id = course.work_item_id
  LEFT JOIN participation r ON r.id = course.participation_id LEFT JOIN organisation o ON o.id = r.organisation_id
  LEFT JOIN organisation s ON s.id = course.school_id LEFT JOIN organisation b ON b.id = course.building_id
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE status = 'regular') AS regulars, count(*) FILTER (WHERE status = 'listener') AS listeners,
    count(*) FILTER (WHERE status = 'withdrawn') AS withdrawn FROM enrolment WHERE course_id = course.id) e ON true
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE state IN ('done', 'confirmed')) AS done, count(*) FILTER (WHERE state = 'planned') AS planned,
    sum(minutes) FILTER (WHERE state IN ('done', 'confirmed')) AS minutes FROM activity WHERE course_id = course.id) a ON true`;

/** Courses of a project that the caller reaches, the newest school year first. */
export async function readCourses(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  filter: CourseFilter & { id?: string },
  permission: Permission = 'course.view',
): Promise<CourseView[]> {
  const params: unknown[] = [];
  const bind = binder(params);
  const parts = [
    `course.project_id = ${bind(projectId)}`,
    scopeSql(caller, permission, COURSE_SCOPE, bind),
  ];
  if (filter.id) parts.push(`course.id = ${bind(filter.id)}`);
  if (filter.state?.length) parts.push(`course.state = ANY(${bind(filter.state)}::text[])`);
  if (filter.schoolYear) parts.push(`course.school_year = ${bind(filter.schoolYear)}`);
  if (filter.participationId)
    parts.push(`course.participation_id = ${bind(filter.participationId)}`);
  const courses: Omit<CourseView, 'completed'>[] = await db.query(
    `${COURSES} WHERE ${parts.join(' AND ')} ORDER BY course.school_year DESC, course.title, course.id`,
    params,
  );
  const enrolled = await readEnrolments(
    db,
    courses.map(({ id }) => id),
  );
  return courses.map((course) => ({
    ...course,
    completed: enrolled.filter((one) => one.courseId === course.id && one.completed).length,
  }));
}

const ENROLMENTS = `
  SELECT e.id, e.course_id AS "courseId", e.recipient_id AS "recipientId", r.code, r.initials, e.status, e.from_day AS "fromDay", e.to_day AS "toDay",
    coalesce(t.presences, 0)::int AS presences, coalesce(t.minutes, 0)::int AS "attendedMinutes", e.demonstration, e.version,
    c.planned_minutes AS "plannedMinutes", c.threshold_percent AS "thresholdPercent"
  FROM enrolment e JOIN recipient r ON r.id = e.recipient_id JOIN course c ON c.id = e.course_id
  LEFT JOIN LATERAL (SELECT count(*) AS presences, sum(t.minutes) AS minutes FROM attendance t JOIN activity a ON a.id = t.activity_id
    WHERE t.recipient_id = e.recipient_id AND a.course_id = e.course_id AND t.present AND a.state IN ('done', 'confirmed')) t ON true
  WHERE e.course_id = ANY($1::uuid[]) AND ($2::uuid IS NULL OR e.id = $2) ORDER BY r.initials, r.code`;

interface EnrolmentRow extends Omit<EnrolmentView, 'completed'> {
  plannedMinutes: number;
  thresholdPercent: number | null;
}

/** Who is enrolled in these courses, with what they followed; who calls has been found to reach the courses. */
export async function readEnrolments(
  db: EntityManager,
  courseIds: string[],
  id: string | null = null,
): Promise<EnrolmentView[]> {
  if (courseIds.length === 0) return [];
  const rows: EnrolmentRow[] = await db.query(ENROLMENTS, [courseIds, id]);
  return rows.map(({ plannedMinutes, thresholdPercent, ...row }) => ({
    ...row,
    completed: hasCompleted({ ...row, plannedMinutes, thresholdPercent }),
  }));
}
