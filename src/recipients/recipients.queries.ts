import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { binder, scopeSql } from '../access/scope.js';
import type { IsoDate } from '../kernel/dates.js';
import { NotFound } from '../kernel/errors.js';
import { decodeCursor, pageOf, pageSize } from '../kernel/page.js';
import type { ShownIf } from '../platform/audit/audit-trail.js';
import { COURSE_SCOPE } from './course-scope.js';
import type { RecipientFilter, RecipientPage, RecipientView } from './recipient.dto.js';
import { tidyCode } from './recipient-code.js';
import { targetStatusSql } from './target-status.js';
import { withoutWildcards, type Bind } from '../platform/sql.js';

/** By which columns a person in charge belongs to a project, to a partner, and to who teaches or took it in charge. */
export const INTAKE_SCOPE = {
  project: 'intake.project_id',
  participation: 'intake.participation_id',
  own: (userId: string, personId: string) =>
    `(intake.created_by = ${userId}::uuid OR intake.recipient_id IN (SELECT e.recipient_id FROM enrolment e
       JOIN course_teacher t ON t.course_id = e.course_id WHERE t.person_id = ${personId}::uuid AND e.project_id = intake.project_id))`,
};

interface Where {
  projectId: string;
  today: IsoDate;
  id?: string;
}

const SELECT = (target: string, course: string): string => `
  SELECT DISTINCT ON (r.code) r.id, r.code, CASE WHEN r.person_id <> r.id THEN p.code END AS "mergedInto", r.initials,
    r.birth_year AS "birthYear", r.age_band AS "ageBand", r.gender, r.citizenship, r.citizenship_proof AS "citizenshipProof",
    ${target} AS target, r.flags, intake.participation_id AS "participationId", o.name AS "partnerName", intake.taken_on AS "takenOn",
    intake.notice_on AS "noticeOn", intake.notice_to AS "noticeTo",
    ARRAY(SELECT course.title FROM enrolment e JOIN course ON course.id = e.course_id
      WHERE e.recipient_id = r.id AND course.project_id = intake.project_id AND ${course} ORDER BY course.title) AS courses,
    r.demonstration, r.version
  FROM intake JOIN recipient r ON r.id = intake.recipient_id JOIN recipient p ON p.id = r.person_id
  LEFT JOIN participation a ON a.id = intake.participation_id LEFT JOIN organisation o ON o.id = a.organisation_id`;

/** One row for each person that the caller reaches, in the order of the codes: of several partners', the first that took it in charge. */
function recipientsSql(
  caller: Caller,
  permission: Permission,
  { projectId, today, id, ...filter }: Where & RecipientFilter,
  params: unknown[],
): string {
  const bind = binder(params);
  const target = targetStatusSql('r.citizenship', `${bind(today)}::date`);
  const course = scopeSql(caller, 'course.view', COURSE_SCOPE, bind);
  const parts = [
    `intake.project_id = ${bind(projectId)}`,
    scopeSql(caller, permission, INTAKE_SCOPE, bind),
  ];
  if (id) parts.push(`r.id = ${bind(id)}`);
  if (filter.participationId)
    parts.push(`intake.participation_id = ${bind(filter.participationId)}`);
  if (filter.target) parts.push(`${target} = ${bind(filter.target)}`);
  if (filter.courseId)
    parts.push(
      `r.id IN (SELECT e.recipient_id FROM enrolment e JOIN course ON course.id = e.course_id
         WHERE course.id = ${bind(filter.courseId)} AND ${course})`,
    );
  if (filter.text) parts.push(named(filter.text, bind));
  if (filter.after) parts.push(`r.code > ${bind(String(decodeCursor(filter.after, 1)[0]))}`);
  return `${SELECT(target, course)} WHERE ${parts.join(' AND ')} ORDER BY r.code, intake.id`;
}

/** By the beginning of a code, however it was typed, or by initials. */
function named(text: string, bind: Bind): string {
  const initials = withoutWildcards(text);
  const code = bind(`${tidyCode(text)}%`);
  return `(r.code LIKE ${code} AND ${code} <> '%' OR r.initials ILIKE ${bind(`${initials}%`)})`;
}

export async function listRecipients(
  db: EntityManager,
  caller: Caller,
  filter: Where & RecipientFilter,
): Promise<RecipientPage> {
  const limit = pageSize(filter);
  const params: unknown[] = [];
  const text = recipientsSql(caller, 'recipient.view', filter, params);
  const rows: RecipientView[] = await db.query(`${text} LIMIT ${limit + 1}`, params);
  return pageOf(
    rows,
    limit,
    ({ code }) => [code],
    (row) => row,
  );
}

/** The person as this project knows it today; 404 when the caller does not reach it with this permission. */
export async function findRecipient(
  db: EntityManager,
  caller: Caller,
  where: Where & { id: string },
  permission: Permission = 'recipient.view',
): Promise<RecipientView> {
  const params: unknown[] = [];
  const [row]: RecipientView[] = await db.query(
    recipientsSql(caller, permission, where, params),
    params,
  );
  if (!row) throw new NotFound();
  return row;
}

/** Cuts the history of a person to what came since the project, or the caller's own part of it, took it in charge. */
export const sinceInCharge =
  (caller: Caller, projectId: string): ShownIf =>
  (_payload, bind) =>
    `e.at >= (SELECT min(intake.created_at) FROM intake WHERE intake.recipient_id = e.row_id
       AND intake.project_id = ${bind(projectId)} AND ${scopeSql(caller, 'recipient.view', INTAKE_SCOPE, bind)})`;

/** Every code of the person that has this one, by the merges that stand. */
export async function codesOfPerson(db: EntityManager, id: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `SELECT id FROM recipient WHERE person_id = (SELECT person_id FROM recipient WHERE id = $1) ORDER BY id`,
    [id],
  );
  return rows.map((row) => row.id);
}

/** Everybody whom the caller reaches in the project with this permission. */
export async function reachableIds(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  permission: Permission,
): Promise<string[]> {
  const params: unknown[] = [projectId];
  const scope = scopeSql(caller, permission, INTAKE_SCOPE, binder(params));
  const rows: { id: string }[] = await db.query(
    `SELECT DISTINCT intake.recipient_id AS id FROM intake WHERE intake.project_id = $1 AND ${scope}`,
    params,
  );
  return rows.map(({ id }) => id);
}
