import type { EntityManager } from 'typeorm';
import type { PartialDate, Period } from '../kernel/dates.js';
import type { Texts } from './completeness.js';
import type { BudgetLineFact, ExpenseFact, SourceFact } from './facts-of-money.js';
import { budgetLinesOf, expensesOf, sourcesOf } from './facts-of-money.js';
import type {
  ActivityFact,
  IndicatorFact,
  ParticipationFact,
  WorkItemFact,
} from './facts-of-work.js';
import { activitiesOf, indicatorsOf, participationsOf, workItemsOf } from './facts-of-work.js';
import { type PeopleFacts, peopleFactsOf } from './facts-of-people.js';
import type { Report } from './report.entity.js';

export interface ProjectFact {
  title: string;
  acronym: string | null;
  cup: string | null;
  state: string;
  starts: PartialDate | null;
  ends: PartialDate | null;
  annuality: string | null;
  fund: string | null;
  call: string | null;
  /** From the programme down to the position that the project answers. */
  programme: string[];
  /** "schema: codice" */
  codes: string[];
  places: string[];
  areas: string[];
  demonstration: boolean;
}

/** All that a report is made of, as the database held it at one moment; the figures are computed from it alone. */
export interface Facts {
  reportId: string;
  number: number;
  /** Number of the report that this one corrects. */
  corrects: number | null;
  period: Period;
  project: ProjectFact;
  texts: Texts;
  participations: ParticipationFact[];
  team: string[];
  workItems: WorkItemFact[];
  /** By the end of the period, since the project began: done, or told to the funder and cancelled since. */
  activities: ActivityFact[];
  indicators: IndicatorFact[];
  people: PeopleFacts;
  budgetLines: BudgetLineFact[];
  /** Recorded by the end of the period, or told to the funder and cancelled since. */
  expenses: ExpenseFact[];
  sources: SourceFact[];
}

/** Reads the facts of a report. With `hold`, the activities and expenses stay locked until the transaction ends. */
export async function factsOf(db: EntityManager, report: Report, hold = false): Promise<Facts> {
  const { id: reportId, projectId, number, fromDay: from, toDay: to, correctsId } = report;
  const scope = { projectId, correctsId, to, hold };
  return {
    reportId,
    number,
    corrects: await numberOf(db, correctsId),
    period: { from, to },
    project: await projectOf(db, projectId),
    texts: report,
    participations: await participationsOf(db, projectId),
    team: await teamOf(db, projectId),
    workItems: await workItemsOf(db, projectId),
    activities: await activitiesOf(db, scope),
    indicators: await indicatorsOf(db, projectId),
    people: await peopleFactsOf(db, projectId, { from, to }),
    budgetLines: await budgetLinesOf(db, projectId),
    expenses: await expensesOf(db, scope),
    sources: await sourcesOf(db, projectId),
  };
}

async function numberOf(db: EntityManager, reportId: string | null): Promise<number | null> {
  if (!reportId) return null;
  const [found] = (await db.query('SELECT number FROM report WHERE id = $1', [reportId])) as {
    number: number;
  }[];
  return found?.number ?? null;
}

async function projectOf(db: EntityManager, projectId: string): Promise<ProjectFact> {
  const [project] = (await db.query(
    `WITH RECURSIVE up AS (
       SELECT n.*, 1 AS height FROM programme_node n JOIN project p ON p.programme_node_id = n.id WHERE p.id = $1
       UNION ALL SELECT n.*, up.height + 1 FROM programme_node n JOIN up ON n.id = up.parent_id)
     SELECT p.title, p.acronym, p.cup, p.state, p.starts, p.ends, p.annuality, p.demonstration,
       f.name AS fund, c.title AS call,
       coalesce((SELECT array_agg(concat_ws(' ', up.code, up.label) ORDER BY up.height DESC) FROM up), '{}') AS programme,
       coalesce((SELECT array_agg(x.scheme || ': ' || x.code ORDER BY x.scheme, x.code) FROM project_code x WHERE x.project_id = p.id), '{}') AS codes,
       coalesce((SELECT array_agg(concat_ws(', ', x.province, x.region, x.country) ORDER BY x.country, x.region, x.province)
         FROM project_place x WHERE x.project_id = p.id), '{}') AS places,
       coalesce((SELECT array_agg(x.label ORDER BY x.label) FROM project_area x WHERE x.project_id = p.id), '{}') AS areas
     FROM project p LEFT JOIN fund f ON f.id = p.fund_id LEFT JOIN call c ON c.id = p.call_id WHERE p.id = $1`,
    [projectId],
  )) as [ProjectFact];
  return project;
}

async function teamOf(db: EntityManager, projectId: string): Promise<string[]> {
  const rows: { line: string }[] = await db.query(
    `SELECT concat_ws(' — ', e.name, t.function) AS line FROM team_member t JOIN person e ON e.id = t.person_id
     WHERE t.project_id = $1 ORDER BY t.position, e.name, t.id`,
    [projectId],
  );
  return rows.map(({ line }) => line);
}
