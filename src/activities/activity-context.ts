import type { PartialDate } from '../kernel/dates.js';
import { RuleBroken } from '../kernel/errors.js';
import type { Unit } from './activity-kind.entity.js';
import type { ProjectPlan } from './project-plans.js';

/** All that the rules of an activity need to know of its project, work item and kind. */
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
  needsLanguage: boolean;
  needsBodies: boolean;
  needsTerritory: boolean;
  needsGroup: boolean;
  /** The rows that all this was read from, as they were. */
  stamp: string;
}

export interface ContextKey {
  workItemId: string;
  kind: string;
  participationId?: string | null;
}

/** Throws 422 `activity.reference` when the action, the kind or the partner is none of this project. */
export function contextIn(
  plan: ProjectPlan,
  { workItemId, kind, participationId = null }: ContextKey,
): ActivityContext {
  const item = own(plan.workItems, workItemId);
  const counted = own(plan.kinds, kind);
  if (!item || !counted) {
    throw unknownReference(
      'workItemId',
      'L’azione o il tipo di attività non esistono in questo progetto: sceglili dall’elenco.',
    );
  }
  if (participationId !== null && !plan.participations.includes(participationId)) {
    throw unknownReference(
      'participationId',
      'Il partner scelto non partecipa a questo progetto: sceglilo dall’elenco.',
    );
  }
  return {
    projectState: plan.state,
    projectStarts: plan.starts,
    projectEnds: plan.ends,
    workItemTitle: item.title,
    workItemStarts: item.starts,
    workItemEnds: item.ends,
    label: counted.label,
    unit: counted.unit,
    needsStaff: counted.needsStaff,
    needsLanguage: counted.needsLanguage,
    needsBodies: counted.needsBodies,
    needsTerritory: counted.needsTerritory,
    needsGroup: counted.needsGroup,
    stamp: `${plan.stamp}/${item.stamp}/${counted.stamp}`,
  };
}

// What a user sends as a key may be the name of something that every object has.
const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

export const unknownReference = (path: string, message: string) =>
  new RuleBroken('activity.reference', message, [{ path, message }]);
