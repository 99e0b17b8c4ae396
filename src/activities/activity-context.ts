import type { DataSource } from 'typeorm';
import type { PartialDate } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';
import { prepared } from '../platform/prepared.js';
import type { Unit } from './activity-kind.entity.js';

/** All that the rules of an activity need to know of its project, work item, kind and partner. */
export interface ActivityContext {
  projectState: string;
  projectStarts: PartialDate | null;
  projectEnds: PartialDate | null;
  workItemTitle: string;
  workItemStarts: PartialDate | null;
  workItemEnds: PartialDate | null;
  label: string;
  unit: Unit;
  needsStaff: boolean;
  /** True when no partner was named, or it is one of this project. */
  partnerKnown: boolean;
  /** True when a report that was sent already covers the day. */
  late: boolean;
}

const CONTEXT = `
  SELECT p.state AS "projectState", p.starts AS "projectStarts", p.ends AS "projectEnds",
    w.title AS "workItemTitle", w.starts AS "workItemStarts", w.ends AS "workItemEnds",
    k.label, k.unit, k.needs_staff AS "needsStaff",
    ($4::uuid IS NULL OR EXISTS (SELECT FROM participation a WHERE a.id = $4 AND a.project_id = p.id)) AS "partnerKnown",
    EXISTS (SELECT FROM sent_period s WHERE s.project_id = p.id AND $5::date BETWEEN s.from_day AND s.to_day) AS late
  FROM project p JOIN work_item w ON w.project_id = p.id AND w.id = $2 CROSS JOIN activity_kind k
  WHERE p.id = $1 AND k.code = $3`;

export interface ContextKey {
  projectId: string;
  workItemId: string;
  kind: string;
  participationId: string | null;
  day: string;
}

/** One query; throws 422 `activity.reference` when the action, the kind or the partner is none of this project. */
export async function readContext(source: DataSource, key: ContextKey): Promise<ActivityContext> {
  const { projectId, workItemId, kind, participationId, day } = key;
  const [context] = await prepared<ActivityContext>(source, 'activity-context', CONTEXT, [
    projectId,
    workItemId,
    kind,
    participationId,
    day,
  ]);
  if (!context)
    throw unknown(
      'workItemId',
      'L’azione o il tipo di attività non esistono in questo progetto: sceglili dall’elenco.',
    );
  if (!context.partnerKnown)
    throw unknown(
      'participationId',
      'Il partner scelto non partecipa a questo progetto: sceglilo dall’elenco.',
    );
  return context;
}

const unknown = (path: string, message: string) =>
  new RuleBroken('activity.reference', message, [{ path, message }]);
