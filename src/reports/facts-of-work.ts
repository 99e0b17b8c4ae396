import type { EntityManager } from 'typeorm';
import type { IsoDate, PartialDate } from '../kernel/dates.js';
import { lateSql } from '../activities/late.js';
import type { Measure } from '../indicators/indicator.entity.js';
import type { Tellable } from './figures/telling.js';
import { toldSql } from './told.js';

export interface FactScope {
  projectId: string;
  /** The report that is being corrected. */
  correctsId: string | null;
  to: IsoDate;
  /** Lock the rows until the transaction ends. */
  hold: boolean;
}

export interface ParticipationFact {
  id: string;
  version: number;
  role: string;
  category: string | null;
  organisation: string;
  country: string | null;
  /** The network through which it adheres. */
  via: string | null;
}

export interface WorkItemFact {
  id: string;
  parentId: string | null;
  kind: string;
  code: string;
  title: string;
  starts: PartialDate | null;
  ends: PartialDate | null;
}

export interface ActivityFact extends Tellable {
  id: string;
  version: number;
  kind: string;
  kindLabel: string;
  workItemId: string;
  participationId: string | null;
  minutes: number;
  quantity: string | null;
  place: string | null;
  demonstration: boolean;
}

export interface IndicatorFact {
  id: string;
  code: string;
  label: string;
  unit: string;
  measure: Measure;
  kinds: string[];
  workItemId: string | null;
  target: string;
}

export const participationsOf = (
  db: EntityManager,
  projectId: string,
): Promise<ParticipationFact[]> =>
  db.query(
    `SELECT p.id, p.version, p.role, p.category, o.name AS organisation, o.country, v.name AS via
     FROM participation p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN organisation v ON v.id = p.via_network_id
     WHERE p.project_id = $1 ORDER BY o.name, p.id`,
    [projectId],
  );

export const workItemsOf = (db: EntityManager, projectId: string): Promise<WorkItemFact[]> =>
  db.query(
    `SELECT id, parent_id AS "parentId", kind, code, title, starts, ends FROM work_item
     WHERE project_id = $1 ORDER BY position, code, id`,
    [projectId],
  );

/** What was done by the end of the period and what was told of it, oldest first. */
export const activitiesOf = (
  db: EntityManager,
  { projectId, correctsId, to, hold }: FactScope,
): Promise<ActivityFact[]> =>
  db.query(
    `WITH told AS (${toldSql('activity')})
     SELECT a.id, a.version, a.day, a.kind, k.label AS "kindLabel", a.work_item_id AS "workItemId",
       a.participation_id AS "participationId", a.minutes, a.quantity, a.place, a.demonstration,
       a.state IN ('done', 'confirmed') AS stands, coalesce(told.times, 0) AS "toldElsewhere", ${lateSql('a', 'day')} AS late
     FROM activity a JOIN activity_kind k ON k.code = a.kind LEFT JOIN told ON told.row_id = a.id
     WHERE a.project_id = $1 AND a.day <= $3 AND (a.state IN ('done', 'confirmed') OR told.times <> 0)
     ORDER BY a.day, a.id ${hold ? 'FOR UPDATE OF a' : ''}`,
    [projectId, correctsId, to],
  );

export const indicatorsOf = (db: EntityManager, projectId: string): Promise<IndicatorFact[]> =>
  db.query(
    `SELECT id, code, label, unit, measure, kinds, work_item_id AS "workItemId", target FROM indicator
     WHERE project_id = $1 ORDER BY position, code`,
    [projectId],
  );
