import type { EntityManager } from 'typeorm';
import type {
  DeliverableView,
  ObjectiveView,
  PlanVersionView,
  WorkItemView,
} from './work-plan.dto.js';

const ITEM = `w.id, w.parent_id AS "parentId", w.kind, w.code, w.title, w.description, w.starts, w.ends, w.position,
  (SELECT coalesce(json_agg(l.objective_id ORDER BY l.id), '[]') FROM objective_work_item l WHERE l.work_item_id = w.id) AS "objectiveIds",
  w.demonstration, w.version`;

/** The plan of a project, each node right before its own. */
export const workItemsOf = (db: EntityManager, projectId: string): Promise<WorkItemView[]> =>
  db.query(
    `WITH RECURSIVE tree AS (
       SELECT id, ARRAY[(position, code)] AS path FROM work_item WHERE project_id = $1 AND parent_id IS NULL
       UNION ALL SELECT c.id, t.path || (c.position, c.code) FROM work_item c JOIN tree t ON c.parent_id = t.id)
     SELECT ${ITEM} FROM work_item w JOIN tree t ON t.id = w.id ORDER BY t.path`,
    [projectId],
  );

export async function workItemOf(
  db: EntityManager,
  projectId: string,
  id: string,
): Promise<WorkItemView | null> {
  const [row] = (await db.query(
    `SELECT ${ITEM} FROM work_item w WHERE w.project_id = $1 AND w.id = $2`,
    [projectId, id],
  )) as WorkItemView[];
  return row ?? null;
}

export const planVersionsOf = (
  db: EntityManager,
  projectId: string,
  id?: string,
): Promise<PlanVersionView[]> =>
  db.query(
    `SELECT id, number, state, approved_on AS "approvedOn", act, content AS items, version FROM work_plan_version
     WHERE project_id = $1 AND ($2::uuid IS NULL OR id = $2) ORDER BY number DESC`,
    [projectId, id ?? null],
  );

export const objectivesOf = (
  db: EntityManager,
  projectId: string,
  id?: string,
): Promise<ObjectiveView[]> =>
  db.query(
    `SELECT o.id, o.parent_id AS "parentId", o.code, o.kind, o.text,
       (SELECT coalesce(json_agg(l.work_item_id ORDER BY l.id), '[]') FROM objective_work_item l WHERE l.objective_id = o.id) AS "workItemIds", o.version
     FROM objective o WHERE o.project_id = $1 AND ($2::uuid IS NULL OR o.id = $2) ORDER BY o.position, o.id`,
    [projectId, id ?? null],
  );

export const deliverablesOf = (
  db: EntityManager,
  projectId: string,
  id?: string,
): Promise<DeliverableView[]> =>
  db.query(
    `SELECT id, work_item_id AS "workItemId", kind, title, language, territory, theme, url, file_name AS "fileName"
     FROM deliverable WHERE project_id = $1 AND ($2::uuid IS NULL OR id = $2) ORDER BY position, id`,
    [projectId, id ?? null],
  );
