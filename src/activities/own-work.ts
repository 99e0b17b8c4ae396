import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { assertReached } from '../people/person-reach.js';
import { COURSE_SCOPE } from '../recipients/course-scope.js';
import { Forbidden, NotFound } from '../kernel/errors.js';
import type { Bind } from '../platform/sql.js';
import { unknownReference } from './activity-context.js';
import type { LogActivity } from './activity.dto.js';

/** What an activity hangs on already: whoever may change it need not reach that anew. */
interface Standing {
  courseId: string | null;
  contractLineId: string | null;
  staffIds: readonly string[];
}

const NOTHING: Standing = { courseId: null, contractLineId: null, staffIds: [] };

/**
 * A partner's operator logs for its own participation, a staff member what it did itself, and both only on the
 * courses and packages that they reach: through a course one comes to its people. A partner's operator names those
 * persons alone whom it finds in its list, or who teach the course. Throws Forbidden, and 422 `activity.reference` or `reference.unknown` for
 * what the caller does not reach.
 */
export async function assertOwn(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  input: LogActivity,
  standing: Standing = NOTHING,
): Promise<void> {
  if (caller.participationsIn(projectId, 'activity.log') === null) return;
  assertOwnWork(caller, projectId, input);
  const { courseId, contractLineId, staffIds = [] } = input;
  const known = [...standing.staffIds];
  if (courseId && courseId !== standing.courseId) {
    const teachers = await teachersOf(db, caller, projectId, courseId);
    if (!teachers)
      throw unknownReference('courseId', 'Il corso scelto non esiste: sceglilo dall’elenco.');
    known.push(...teachers);
  }
  await assertReached(db, caller, staffIds, { path: 'staffIds', standing: known });
  if (contractLineId && contractLineId !== standing.contractLineId) {
    if (!(await reachesLine(db, caller, projectId, contractLineId)))
      throw unknownReference(
        'contractLineId',
        'Il pacchetto scelto non esiste: sceglilo dall’elenco.',
      );
  }
}

/** For a project that no address names: 404 where the caller has no role, 403 where it may not log. */
export function assertMayLog(caller: Caller, projectId: string): void {
  if (caller.actors(projectId).length === 0) throw new NotFound();
  if (!caller.may('activity.log', projectId))
    throw new Forbidden(
      'access.denied',
      'In uno dei progetti non puoi registrare attività: toglilo, o chiedi l’accesso.',
    );
}

/** Throws Forbidden for work of others. */
export function assertOwnWork(
  caller: Caller,
  projectId: string,
  { participationId, staffIds = [] }: LogActivity,
): void {
  const own = caller.participationsIn(projectId, 'activity.log');
  if (own === null || own.includes(participationId ?? '')) return;
  const forItself = caller.mayForItself(projectId, 'activity.log');
  if (forItself && caller.personId !== null && staffIds.includes(caller.personId)) return;
  throw forItself ? notYours() : notYourBody();
}

/** Who teaches the course, if the caller reaches it. */
async function teachersOf(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  id: string,
): Promise<string[] | undefined> {
  const params: unknown[] = [id, projectId];
  const scope = scopeSql(caller, 'course.view', COURSE_SCOPE, binder(params));
  const [found] = (await db.query(
    `SELECT ARRAY(SELECT person_id FROM course_teacher WHERE course_id = course.id) AS teachers
     FROM course WHERE id = $1 AND project_id = $2 AND ${scope}`,
    params,
  )) as { teachers: string[] }[];
  return found?.teachers;
}

async function reachesLine(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  id: string,
): Promise<boolean> {
  const params: unknown[] = [id, projectId];
  const reach = lineReach(caller, projectId, binder(params));
  const found: unknown[] = await db.query(
    `SELECT FROM contract_line l JOIN contract c ON c.id = l.contract_id WHERE l.id = $1 AND l.project_id = $2 AND ${reach}`,
    params,
  );
  return found.length > 0;
}

/** SQL condition on the contract `c`: a package is for the work of the body, or of the person, that its contract pays. */
export function lineReach(caller: Caller, projectId: string, bind: Bind): string {
  const own = caller.participationsIn(projectId, 'activity.log');
  if (own === null) return 'true';
  return `(c.person_id = ${bind(caller.personId)}
    OR c.organisation_id IN (SELECT a.organisation_id FROM participation a WHERE a.id = ANY(${bind(own)}::uuid[])))`;
}

const notYours = () =>
  new Forbidden(
    'activity.own',
    'Puoi registrare solo attività in cui compari tu fra gli operatori.',
  );
const notYourBody = () =>
  new Forbidden(
    'activity.partner',
    'Puoi registrare solo attività del tuo ente: sceglilo come partner.',
  );
