import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { contextIn } from '../activities/activity-context.js';
import { LogActivity } from '../activities/activity.dto.js';
import { checkActivity } from '../activities/checked-activity.js';
import { assertOwnWork } from '../activities/own-work.js';
import { type ProjectPlan, ProjectPlans } from '../activities/project-plans.js';
import { activityColumns } from './activity-columns.js';
import { markOverPackages } from './activity-packages.js';
import * as rows from './activity-target.queries.js';
import { Cells } from './cells.js';
import * as names from './names.queries.js';
import { judged, shaped } from './passing.js';
import type { AskedPlace, ImportTarget, RowChecker, Verdict } from './target.js';

/** Activities of a project: each row passes the same rules as one that is typed. */
@Injectable()
export class ActivityTarget implements ImportTarget {
  readonly key = 'activities';
  readonly permissions = ['activity.log'] as const;
  readonly own = true;
  readonly columns = activityColumns;
  readonly insert = rows.insertActivities;
  readonly tables = ['activity'];
  readonly changedSince = rows.activitiesChangedSince;
  readonly takeBack = rows.cancelActivities;

  async markConflicts(db: EntityManager, importId: string): Promise<void> {
    await rows.markTakenTimes(db, importId);
    await markOverPackages(db, importId);
  }

  constructor(private readonly plans: ProjectPlans) {}

  readonly names = knownNames;

  async checker(db: EntityManager, place: AskedPlace): Promise<RowChecker> {
    const plan = await this.plans.read(place.projectId);
    const known = await knownNames(db, place);
    return { check: (cells) => judge(new Cells(cells, place.today), { known, plan, place }) };
  }
}

async function knownNames(db: EntityManager, place: AskedPlace) {
  return {
    kind: await names.kinds(db),
    workItemId: await names.workItems(db, place.projectId),
    participationId: await names.partners(db, place),
    staffIds: await names.persons(db, place),
    organisationIds: await names.organisations(db),
    territoryId: await names.territories(db),
    contractLineId: await names.contractLines(db, place),
    courseId: await names.courses(db, place),
    language: names.languages(),
  };
}
type KnownNames = Awaited<ReturnType<typeof knownNames>>;

interface Book {
  known: KnownNames;
  plan: ProjectPlan;
  place: AskedPlace;
}

/** Reads the cells, then asks the form's shape and the rules: the first of the three that complains speaks. */
async function judge(cells: Cells, { known, plan, place }: Book): Promise<Verdict> {
  const typed = inputOf(cells, known);
  cells.need('day', 'kind', 'workItemId');
  if (cells.errors.length > 0) return { errors: cells.errors };
  return judged(async () => {
    const contractLineId = known.contractLineId.chosen(cells, 'contractLineId', typed);
    if (cells.errors.length > 0) return { errors: cells.errors };
    const input = await shaped(LogActivity, {
      ...typed,
      participationId: typed.participationId ?? ownIn(place),
      contractLineId,
    });
    assertOwnWork(place.caller, place.projectId, input);
    return { row: { ...checkActivity(input, contextIn(plan, input)) } };
  });
}

/** What a partner's operator does not say is its own. */
const ownIn = ({ caller, projectId }: AskedPlace): string | null =>
  caller.participationsIn(projectId, 'activity.log')?.[0] ?? null;

function inputOf(cells: Cells, known: KnownNames) {
  return {
    day: cells.day('day') ?? '',
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
    overReason: cells.text('overReason'),
    courseId: cells.named('courseId', known.courseId),
    participants: cells.count('participants'),
    women: cells.count('women'),
    men: cells.count('men'),
    note: cells.text('note'),
  };
}
