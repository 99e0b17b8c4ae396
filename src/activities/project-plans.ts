import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PartialDate } from '../kernel/dates.js';
import { NotFound } from '../kernel/errors.js';
import { prepared } from '../platform/prepared.js';
import type { ActivityKind } from './activity-kind.entity.js';

interface Kept {
  /** Changes whenever the row does. */
  stamp: string;
}

interface Dated extends Kept {
  starts: PartialDate | null;
  ends: PartialDate | null;
}

type PlannedKind = Pick<
  ActivityKind,
  | 'label'
  | 'unit'
  | 'needsStaff'
  | 'needsLanguage'
  | 'needsBodies'
  | 'needsTerritory'
  | 'needsGroup'
>;

/** What the rules of activities need to know of one project. */
export interface ProjectPlan extends Dated {
  state: string;
  workItems: Record<string, Dated & { title: string }>;
  kinds: Record<string, Kept & PlannedKind>;
  participations: string[];
}

// xmin names the transaction that wrote the row, whatever path the write took.
const PLAN = `
  SELECT p.state, p.starts, p.ends, p.xmin::text AS stamp,
    (SELECT coalesce(json_object_agg(w.id, json_build_object('title', w.title, 'starts', w.starts, 'ends', w.ends, 'stamp', w.xmin)), '{}')
     FROM work_item w WHERE w.project_id = p.id) AS "workItems",
    (SELECT json_object_agg(k.code, json_build_object('label', k.label, 'unit', k.unit, 'needsStaff', k.needs_staff,
       'needsLanguage', k.needs_language, 'needsBodies', k.needs_bodies, 'needsTerritory', k.needs_territory, 'needsGroup', k.needs_group, 'stamp', k.xmin))
     FROM activity_kind k) AS kinds,
    ARRAY(SELECT a.id::text FROM participation a WHERE a.project_id = p.id) AS participations
  FROM project p WHERE p.id = $1`;

/** Projects as this process last read them: whoever trusts one checks its stamps when writing. */
@Injectable()
export class ProjectPlans {
  private readonly plans = new Map<string, ProjectPlan>();

  constructor(private readonly source: DataSource) {}

  /** As it was when last read; undefined when it never was. */
  known(projectId: string): ProjectPlan | undefined {
    return this.plans.get(projectId);
  }

  /** As it is now. */
  async read(projectId: string): Promise<ProjectPlan> {
    const [plan] = await prepared<ProjectPlan>(this.source, 'project-plan', PLAN, [projectId]);
    if (!plan) throw new NotFound();
    this.plans.set(projectId, plan);
    return plan;
  }
}
