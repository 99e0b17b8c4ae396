import type { EntityManager } from 'typeorm';
import type { IsoDate, PartialDate } from '../kernel/dates.js';
import type { Measure } from '../indicators/indicator.entity.js';

export interface FactScope {
  projectId: string;
  /** The report that is being corrected. */
  correctsId: string | null;
  /** It and those that it corrected in turn. */
  chain: string[];
  from: IsoDate;
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

export interface ActivityFact {
  id: string;
  version: number;
  day: IsoDate;
  kind: string;
  kindLabel: string;
  workItemId: string;
  participationId: string | null;
  minutes: number;
  quantity: string | null;
  place: string | null;
  /** A report sent before covers its day. */
  late: boolean;
  /** No report holds it yet, or one that is being corrected. */
  free: boolean;
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

// $1 is the project, $2 the reports that are being corrected.
const ACTIVITY = `
  SELECT a.id, a.version, a.day, a.kind, k.label AS "kindLabel", a.work_item_id AS "workItemId",
    a.participation_id AS "participationId", a.minutes, a.quantity, a.place, a.demonstration,
    a.report_id IS NULL OR a.report_id = ANY($2) AS free,
    EXISTS (SELECT FROM sent_period s WHERE s.project_id = a.project_id AND a.day BETWEEN s.from_day AND s.to_day) AS late
  FROM activity a JOIN activity_kind k ON k.code = a.kind`;

/** What was done by the end of the period, oldest first. */
export const activitiesOf = (
  db: EntityManager,
  { projectId, chain, to, hold }: FactScope,
): Promise<ActivityFact[]> =>
  db.query(
    `${ACTIVITY} WHERE a.project_id = $1 AND a.state IN ('done', 'confirmed') AND a.day <= $3
     ORDER BY a.day, a.id ${hold ? 'FOR UPDATE OF a' : ''}`,
    [projectId, chain, to],
  );

const TOLD = `
  SELECT FROM report_figure_row f JOIN report r ON r.id = f.report_id
  WHERE f.row_id = a.id AND f.row_table = 'activity' AND r.state = 'sent' AND r.id IS DISTINCT FROM $4 AND f.figure_key`;

/** Told to the funder by an earlier report that still stands, cancelled since, and not yet taken back. */
export const cancelledSinceOf = (
  db: EntityManager,
  { projectId, chain, correctsId, from, hold }: FactScope,
): Promise<ActivityFact[]> =>
  db.query(
    `${ACTIVITY} WHERE a.project_id = $1 AND a.state = 'cancelled' AND a.report_id IS NOT NULL AND a.day < $3
       AND EXISTS (${TOLD} IN ('general.period.activities', 'general.recovered.activities'))
       AND NOT EXISTS (${TOLD} = 'general.withdrawn.activities')
     ORDER BY a.day, a.id ${hold ? 'FOR UPDATE OF a' : ''}`,
    [projectId, chain, from, correctsId],
  );

export const indicatorsOf = (db: EntityManager, projectId: string): Promise<IndicatorFact[]> =>
  db.query(
    `SELECT id, code, label, unit, measure, kinds, work_item_id AS "workItemId", target FROM indicator
     WHERE project_id = $1 ORDER BY position, code`,
    [projectId],
  );
