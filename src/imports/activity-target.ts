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

  readonly names = knownNames;

  async checker(db: EntityManager, place: ImportPlace): Promise<RowChecker> {
    const plan = await this.plans.read(place.projectId);
    const known = await knownNames(db, place);
    return { check: (cells) => judge(new Cells(cells, place.today), known, plan) };
  }
}

async function knownNames(db: EntityManager, { projectId }: ImportPlace) {
  return {
    kind: await names.kinds(db),
    workItemId: await names.workItems(db, projectId),
    participationId: await names.partners(db, projectId),
    staffIds: await names.persons(db),
    organisationIds: await names.organisations(db),
    territoryId: await names.territories(db),
    courseId: await names.courses(db, projectId),
    language: names.languages(),
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
    kind: cells.named('kind', known.kind),
    workItemId: cells.named('workItemId', known.workItemId),
    endsOn: cells.day('endsOn'),
    startTime: cells.time('startTime'),
    endTime: cells.time('endTime'),
    minutes: cells.minutes('minutes') ?? undefined,
    quantity: cells.quantity('quantity'),
    participationId: cells.named('participationId', known.participationId),
    staffIds: cells.allNamed('staffIds', known.staffIds),
    organisationIds: cells.allNamed('organisationIds', known.organisationIds),
    place: cells.text('place'),
    territoryId: cells.named('territoryId', known.territoryId),
    targetGroup: cells.text('targetGroup'),
    language: cells.named('language', known.language),
    courseId: cells.named('courseId', known.courseId),
    participants: cells.count('participants'),
    women: cells.count('women'),
    men: cells.count('men'),
    note: cells.text('note'),
  };
}
