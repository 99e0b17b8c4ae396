import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { contextIn } from '../activities/activity-context.js';
import { LogActivity } from '../activities/activity.dto.js';
import { checkActivity } from '../activities/checked-activity.js';
import { type ProjectPlan, ProjectPlans } from '../activities/project-plans.js';
import { activityColumns } from './activity-columns.js';
import * as rows from './activity-target.queries.js';
import { Cells } from './cells.js';
import * as names from './names.queries.js';
import { judged, shaped } from './passing.js';
import type { ImportPlace, ImportTarget, RowChecker, Verdict } from './target.js';

/** Activities of a project: each row passes the same rules as one that is typed. */
@Injectable()
export class ActivityTarget implements ImportTarget {
  readonly key = 'activities';
  readonly permissions = ['activity.log'] as const;
  readonly columns = activityColumns;
  readonly markConflicts = rows.markTakenTimes;
  readonly insert = rows.insertActivities;
  readonly changedSince = rows.activitiesChangedSince;
  readonly takeBack = rows.cancelActivities;

  constructor(private readonly plans: ProjectPlans) {}

  async checker(db: EntityManager, { projectId, today }: ImportPlace): Promise<RowChecker> {
    const plan = await this.plans.read(projectId);
    const known = await knownNames(db, projectId);
    return { check: (cells) => judge(new Cells(cells, today), known, plan) };
  }
}

async function knownNames(db: EntityManager, projectId: string) {
  return {
    kinds: await names.kinds(db),
    workItems: await names.workItems(db, projectId),
    partners: await names.partners(db, projectId),
    persons: await names.persons(db),
    organisations: await names.organisations(db),
    territories: await names.territories(db),
    courses: await names.courses(db, projectId),
    languages: names.languages(),
  };
}
type KnownNames = Awaited<ReturnType<typeof knownNames>>;

/** Reads the cells, then asks the form's shape and the rules: the first of the three that complains speaks. */
async function judge(cells: Cells, known: KnownNames, plan: ProjectPlan): Promise<Verdict> {
  const typed = inputOf(cells, known);
  cells.need('day', 'kind', 'workItemId');
  if (cells.errors.length > 0) return { errors: cells.errors };
  return judged(async () => {
    const input = await shaped(LogActivity, typed);
    return { row: { ...checkActivity(input, contextIn(plan, input)) } };
  });
}

function inputOf(cells: Cells, known: KnownNames): Record<string, unknown> {
  return {
    day: cells.day('day'),
    kind: cells.named('kind', known.kinds),
    workItemId: cells.named('workItemId', known.workItems),
    endsOn: cells.day('endsOn'),
    startTime: cells.time('startTime'),
    endTime: cells.time('endTime'),
    minutes: cells.minutes('minutes') ?? undefined,
    quantity: cells.quantity('quantity'),
    participationId: cells.named('participationId', known.partners),
    staffIds: cells.allNamed('staffIds', known.persons),
    organisationIds: cells.allNamed('organisationIds', known.organisations),
    place: cells.text('place'),
    territoryId: cells.named('territoryId', known.territories),
    targetGroup: cells.text('targetGroup'),
    language: cells.named('language', known.languages),
    courseId: cells.named('courseId', known.courses),
    participants: cells.count('participants'),
    women: cells.count('women'),
    men: cells.count('men'),
    note: cells.text('note'),
  };
}
