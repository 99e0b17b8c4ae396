import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';
import { Random } from './random.js';

const SLUG = 'interazioni-in-piemonte-2';
const SEED = 20190916;
const FIRST_DAY = '2019-09-16';
const SESSIONS = 8;
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 'ABCDEFGILMNOPRSTVZ';
// Invented people; the shares say nothing of any real class.
const CITIZENSHIPS = ['MA', 'MA', 'AL', 'NG', 'CN', 'PE', 'EG', 'UA', 'BD', 'SN', 'RO', 'IT', 'XX'];

interface Session {
  id: string;
  minutes: number;
  state: string;
  staffIds: string[];
}

interface Pupil {
  id: string;
  gender: string;
}

/** Three courses with their registers, made of workshops that the demonstration already holds. */
export async function loadCourses(db: EntityManager, ids: DemoIds, today: IsoDate): Promise<void> {
  const random = new Random(SEED);
  const projectId = ids.of('project', SLUG);
  const providers: { id: string; name: string }[] = await db.query(
    `SELECT p.id, o.name FROM activity a JOIN participation p ON p.id = a.participation_id JOIN organisation o ON o.id = p.organisation_id
     WHERE a.project_id = $1 AND a.kind = 'l2_workshop' AND a.day >= $2 AND a.state <> 'cancelled'
     GROUP BY p.id, o.name HAVING count(*) >= $3 ORDER BY o.name LIMIT 3`,
    [projectId, FIRST_DAY, SESSIONS],
  );
  for (const [at, provider] of providers.entries()) {
    const schoolId = ids.of('organisation', `demo-ic-${at + 1}`);
    const course = await openCourse(db, ids, { provider, schoolId, at });
    const sessions = await takeSessions(db, { course, provider: provider.id, schoolId });
    await addTeachers(db, projectId, course, sessions);
    const pupils = await enrolPupils(db, { projectId, course, provider: provider.id }, random);
    const held = sessions.filter(({ state }) => state !== 'planned');
    for (const session of held) await fillRegister(db, projectId, session, pupils, random);
  }
  await assertNothingAhead(db, today);
}

async function openCourse(
  db: EntityManager,
  ids: DemoIds,
  { provider, schoolId, at }: { provider: { id: string }; schoolId: string; at: number },
): Promise<string> {
  const [id = ''] = await insertRows(db, 'course', [
    {
      project_id: ids.of('project', SLUG),
      work_item_id: ids.of('workItem', `${SLUG}/A1`),
      participation_id: provider.id,
      school_id: schoolId,
      title: `Laboratorio di italiano L2 dimostrativo ${at + 1}`,
      school_year: '2019/20',
      level_in: ['A0', 'A1', 'A2'][at] ?? null,
      level_out: ['A1', 'A2', 'B1'][at] ?? null,
      planned_minutes: 1200,
      // Nobody has told the third one's threshold: it shows as not configured.
      threshold_percent: at === 2 ? null : 60,
      seats: 16,
      classes: [`${at + 1}A`, `${at + 1}B`],
      state: 'open',
      demonstration: true,
      version: 1,
    },
  ]);
  return id;
}

function takeSessions(
  db: EntityManager,
  { course, provider, schoolId }: { course: string; provider: string; schoolId: string },
): Promise<Session[]> {
  return db
    .query(
      `UPDATE activity SET course_id = $1, organisation_ids = ARRAY[$2]::uuid[] WHERE id IN (
         SELECT id FROM activity WHERE participation_id = $3 AND kind = 'l2_workshop' AND day >= $4 AND state <> 'cancelled'
         ORDER BY day, start_time, id LIMIT $5)
       RETURNING id, minutes, state, staff_ids AS "staffIds"`,
      [course, schoolId, provider, FIRST_DAY, SESSIONS],
    )
    .then(([rows]: [Session[], number]) => rows.toSorted((a, b) => a.id.localeCompare(b.id)));
}

async function addTeachers(
  db: EntityManager,
  projectId: string,
  course: string,
  sessions: Session[],
): Promise<void> {
  const teachers = [...new Set(sessions.flatMap(({ staffIds }) => staffIds))].sort();
  const rows = teachers.map((person_id) => ({
    project_id: projectId,
    course_id: course,
    person_id,
    internal: false,
    version: 1,
  }));
  await insertRows(db, 'course_teacher', rows);
}

interface Class {
  projectId: string;
  course: string;
  provider: string;
}

async function enrolPupils(
  db: EntityManager,
  { projectId, course, provider }: Class,
  random: Random,
): Promise<Pupil[]> {
  const pupils: Pupil[] = [];
  const count = random.between(12, 15);
  for (let at = 0; at < count; at++) {
    const [{ id }] = (await db.query('SELECT uuidv7() AS id')) as [{ id: string }];
    const gender = random.pick(['female', 'male']);
    const common = { demonstration: true, version: 1 };
    const about = { id, person_id: id, code: codeOf(random), initials: initialsOf(random), gender };
    const age = { birth_year: random.between(2005, 2012), age_band: null };
    const citizenship = random.pick(CITIZENSHIPS);
    const citizenship_proof = citizenship === 'XX' ? null : 'school';
    const known = { citizenship, citizenship_proof, flags: ['pupil'] };
    await insertRows(db, 'recipient', [{ ...about, ...age, ...known, ...common }]);
    await insertRows(db, 'intake', [
      {
        project_id: projectId,
        participation_id: provider,
        recipient_id: id,
        taken_on: FIRST_DAY,
        notice_on: FIRST_DAY,
        notice_to: 'guardian',
        ...common,
      },
    ]);
    const status = at === 0 ? 'listener' : 'regular';
    const enrolment = { project_id: projectId, course_id: course, recipient_id: id, status };
    await insertRows(db, 'enrolment', [
      { ...enrolment, from_day: FIRST_DAY, to_day: null, ...common },
    ]);
    pupils.push({ id, gender });
  }
  return pupils;
}

const codeOf = (random: Random): string => {
  const four = (): string =>
    Array.from({ length: 4 }, () => SIGNS[random.between(0, SIGNS.length - 1)]).join('');
  return `${four()}-${four()}`;
};

const initialsOf = (random: Random): string =>
  `${LETTERS[random.between(0, LETTERS.length - 1)]}.${LETTERS[random.between(0, LETTERS.length - 1)]}.`;

/** Most come, some leave early; beside them a few were counted without a code. */
async function fillRegister(
  db: EntityManager,
  projectId: string,
  { id, minutes }: Session,
  pupils: Pupil[],
  random: Random,
): Promise<void> {
  const rows = pupils.map((pupil) => {
    const present = random.chance(0.85);
    const stayed = present && random.chance(0.1) ? minutes - 30 : minutes;
    return { pupil, present, minutes: present ? stayed : 0 };
  });
  await insertRows(
    db,
    'attendance',
    rows.map(({ pupil, ...mark }) => ({
      project_id: projectId,
      activity_id: id,
      recipient_id: pupil.id,
      ...mark,
      demonstration: true,
      version: 1,
    })),
  );
  const women = rows.filter((row) => row.present && row.pupil.gender === 'female').length;
  const men = rows.filter((row) => row.present && row.pupil.gender === 'male').length;
  await db.query('UPDATE activity SET participants = $2, women = $3, men = $4 WHERE id = $1', [
    id,
    women + men + random.between(0, 2),
    women,
    men,
  ]);
}

/** Nobody was there on a day that has not come. */
async function assertNothingAhead(db: EntityManager, today: IsoDate): Promise<void> {
  const ahead: unknown[] = await db.query(
    'SELECT FROM attendance t JOIN activity a ON a.id = t.activity_id WHERE t.demonstration AND a.day > $1 LIMIT 1',
    [today],
  );
  if (ahead.length > 0) throw new Error('The demonstration has presences on days to come');
}
