import type { DataSource, EntityManager } from 'typeorm';
import type { Clock, IsoDate } from '../kernel/dates.js';
import { Conflict } from '../kernel/errors.js';
import { insertActivities } from './demo-activities.js';
import { insertContents } from './demo-contents.js';
import { insertMeetings } from './demo-meetings.js';
import { loadBudget } from './demo-budget.js';
import { loadCourses } from './demo-courses.js';
import { loadTrainings } from './demo-trainings.js';
import { loadImport } from './demo-import.js';
import { DemoIds } from './demo-ids.js';
import { loadViews } from './demo-views.js';
import { loadIndicators } from './demo-indicators.js';
import { demoParticipations, demoPartnerBodies, demoPersons } from './demo-partners.js';
import { type DemoAccount, insertUsers } from './demo-users.js';
import { discorsi } from './discorsi.js';
import { adherentBodies } from './discorsi-adherents.js';
import { discorsiBodies } from './discorsi-bodies.js';
import type { ProjectFacts } from './facts.js';
import { fscAssistance, regionalOffices } from './fsc-assistance.js';
import { insertOrganisations, insertProgrammes } from './insert-facts.js';
import { insertProject, insertRelations } from './insert-project.js';
import { insertRows } from './insert-rows.js';
import { interazioni } from './interazioni.js';
import { loSapeviChe, mediato, osservatorio, prefectures } from './osservatorio.js';

/** "Today" when the demonstration is loaded; from then on its calendar moves with the real one. */
export const DEMO_DAY: IsoDate = '2019-11-20';

export interface DemonstrationOptions {
  clock: Clock;
  /** How a password is kept. */
  passwordHash: (password: string) => Promise<string>;
  /** Keeps the accounts before they exist for others: a load that is killed here has happened for nobody. */
  keepAccounts?: (accounts: DemoAccount[]) => void;
}

const projects: ProjectFacts[] = [
  {
    ...interazioni,
    participations: [...(interazioni.participations ?? []), ...demoParticipations],
  },
  discorsi,
  osservatorio,
  mediato,
  loSapeviChe,
  fscAssistance,
];

/**
 * Fills an empty database with the real projects and, marked as such, invented work on them; all of it or nothing.
 * Gives the accounts with their passwords, which are kept nowhere else. Throws Conflict when there are data already.
 */
export async function loadDemonstration(
  source: DataSource,
  { clock, passwordHash, keepAccounts }: DemonstrationOptions,
): Promise<DemoAccount[]> {
  const startedAt = clock.now();
  const accounts = await source.transaction(async (db) => {
    await assertEmpty(db);
    const ids = new DemoIds();
    await insertFacts(db, ids);
    const made = await insertUsers(db, ids, passwordHash);
    await insertActivities(db, ids, DEMO_DAY);
    await loadCourses(db, ids, DEMO_DAY);
    await loadTrainings(db, ids);
    await loadBudget(db, ids);
    await loadIndicators(db, ids);
    await insertMeetings(db, ids, DEMO_DAY);
    await insertContents(db, ids);
    await loadViews(db, ids);
    await loadImport(db, ids, DEMO_DAY);
    await db.query(`INSERT INTO setting (key, value) VALUES ('demonstration', $1)`, [
      JSON.stringify({ day: DEMO_DAY, startedAt: startedAt.toISOString() }),
    ]);
    keepAccounts?.(made);
    return made;
  });
  clock.startAt(DEMO_DAY, startedAt);
  return accounts;
}

/** Puts the clock on the demonstration's calendar when the database holds it; called at each start. */
export async function resumeDemonstration(source: DataSource, clock: Clock): Promise<boolean> {
  const [setting] = (await source.query(
    `SELECT value FROM setting WHERE key = 'demonstration'`,
  )) as { value: { day: IsoDate; startedAt: string } }[];
  if (!setting) return false;
  clock.startAt(setting.value.day, new Date(setting.value.startedAt));
  return true;
}

async function assertEmpty(db: EntityManager): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtext('capofila.demonstration'))`);
  const [found] = (await db.query(
    'SELECT 1 FROM project UNION ALL SELECT 1 FROM app_user UNION ALL SELECT 1 FROM organisation LIMIT 1',
  )) as unknown[];
  if (!found) return;
  throw new Conflict(
    'demonstration.data',
    'La base dati contiene già dei dati: la dimostrazione si carica soltanto in una base vuota.',
  );
}

async function insertFacts(db: EntityManager, ids: DemoIds): Promise<void> {
  await insertProgrammes(db, ids);
  await insertOrganisations(db, ids, [
    ...discorsiBodies,
    ...adherentBodies,
    ...regionalOffices,
    ...prefectures,
    ...demoPartnerBodies,
  ]);
  await insertPersons(db, ids);
  for (const project of projects) await insertProject(db, ids, project);
  await insertRelations(db, ids, projects);
}

/** Those whom the documents name, once each, and the invented ones. */
async function insertPersons(db: EntityManager, ids: DemoIds): Promise<void> {
  const named = [...new Set(projects.flatMap(({ team = [] }) => team.map(({ person }) => person)))];
  const rows = [
    ...named.map((name) => ({ name, organisation_id: null, demonstration: false })),
    ...demoPersons.map(({ name, organisation }) => ({
      name,
      organisation_id: ids.of('organisation', organisation),
      demonstration: true,
    })),
  ];
  const inserted = await insertRows(db, 'person', rows);
  rows.forEach(({ name }, index) => ids.keep('person', name, inserted[index] ?? ''));
}
