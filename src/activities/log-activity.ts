import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/dates.js';
import { Conflict, Problem } from '../kernel/errors.js';
import { requestContext, type RequestContext } from '../platform/context.js';
import { prepared } from '../platform/prepared.js';
import { otherBody, retrying } from '../platform/write.js';
import { contextIn } from './activity-context.js';
import type { ActivityView, LogActivity } from './activity.dto.js';
import { stateOn } from './activity-rules.js';
import { checkActivity } from './checked-activity.js';
import { type ProjectPlan, ProjectPlans } from './project-plans.js';

const ATTEMPTS = 3;

/** Everything of the answer but what the database gives. */
type NewActivity = Omit<ActivityView, 'id' | 'version' | 'late'>;

// The one hot write: author, key, row and answer in a single statement; the triggers spread, sum and audit in the same transaction.
// Nothing is written when the rows that the rules were checked against are no longer as they were ($30).
const INSERT = `
  WITH this AS MATERIALIZED (
    SELECT uuidv7() AS id, set_config('app.user_id', $1, true), set_config('app.request_id', $2, true),
      EXISTS (SELECT FROM sent_period s WHERE s.project_id = p.id AND $11::date BETWEEN s.from_day AND s.to_day) AS late
    FROM project p JOIN work_item w ON w.project_id = p.id AND w.id = $7 JOIN activity_kind k ON k.code = $9
    WHERE p.id = $6 AND concat_ws('/', p.xmin, w.xmin, k.xmin) = $30),
  claimed AS (
    INSERT INTO idempotency_key (user_id, key, body_hash, answer)
    SELECT $1::uuid, $3, $4, $5::jsonb || jsonb_build_object('id', this.id, 'late', this.late) FROM this WHERE $3::text IS NOT NULL
    ON CONFLICT DO NOTHING RETURNING key)
  INSERT INTO activity (id, created_by, updated_by, project_id, work_item_id, participation_id, kind, state, day, ends_on,
    start_time, end_time, minutes, quantity, place, note, participants, women, men, staff_ids, organisation_ids,
    language, territory_id, contract_line_id, over_reason, course_id, target_group)
  SELECT this.id, $1::uuid, $1::uuid, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
    $24, $25, $26, $27, $28, $29
  FROM this WHERE $3::text IS NULL OR EXISTS (SELECT FROM claimed)
  RETURNING id, (SELECT late FROM this)`;

/** Logs one activity in one round trip: its rules are checked against the project as this process knows it. */
@Injectable()
export class ActivityLog {
  constructor(
    private readonly source: DataSource,
    private readonly plans: ProjectPlans,
    private readonly clock: Clock,
  ) {}

  /** Answers the new activity; a repeated request gets its first answer. Throws RuleBroken. */
  async add(projectId: string, input: LogActivity): Promise<ActivityView> {
    const known = this.plans.known(projectId);
    const logged = known && (await this.addAsKnown(projectId, input, known));
    if (logged) return logged;
    // The rules may refuse today what they let pass when this request came first.
    const earlier = await this.earlierAnswer();
    if (earlier) return earlier;
    for (let tries = 1; tries <= ATTEMPTS; tries++) {
      const fresh = await this.addTo(projectId, input, await this.plans.read(projectId));
      if (fresh) return fresh;
    }
    throw new Conflict(
      'project.changing',
      'Il progetto sta cambiando proprio adesso: ripeti fra qualche secondo.',
    );
  }

  /** Null when it did not pass: what is known may be old, so nobody is refused because of it. */
  private async addAsKnown(
    projectId: string,
    input: LogActivity,
    plan: ProjectPlan,
  ): Promise<ActivityView | null> {
    try {
      return await this.addTo(projectId, input, plan);
    } catch (error) {
      if (error instanceof Problem) return null;
      throw error;
    }
  }

  private async addTo(
    projectId: string,
    input: LogActivity,
    plan: ProjectPlan,
  ): Promise<ActivityView | null> {
    const context = contextIn(plan, input);
    const checked = checkActivity(input, context);
    const state = stateOn(checked.day, this.clock.today());
    return this.insert({ projectId, ...checked, state, ...FRESH }, context.stamp);
  }

  /** Null when the project is no longer what the stamp says. */
  private async insert(activity: NewActivity, stamp: string): Promise<ActivityView | null> {
    const { userId, requestId, idempotencyKey, bodyHash } = running();
    const answer: ActivityView = { id: '', ...activity, late: false, version: 1 };
    const request = [userId, requestId, idempotencyKey, bodyHash, JSON.stringify(answer)];
    const values = [...request, ...columnsOf(activity), stamp];
    const [row] = await retrying(() =>
      prepared<{ id: string; late: boolean }>(this.source, 'activity-insert', INSERT, values),
    );
    return row ? { ...answer, ...row } : this.earlierAnswer();
  }

  /** What the same request was answered before; null for the first one and without a key. */
  private async earlierAnswer(): Promise<ActivityView | null> {
    const { userId, idempotencyKey: key, bodyHash } = running();
    if (!key) return null;
    const [earlier] = await prepared<{ body_hash: Buffer; answer: ActivityView }>(
      this.source,
      'activity-replay',
      'SELECT body_hash, answer FROM idempotency_key WHERE user_id = $1 AND key = $2',
      [userId, key],
    );
    if (!earlier) return null;
    if (!bodyHash || !earlier.body_hash.equals(bodyHash)) throw otherBody();
    return earlier.answer;
  }
}

const FRESH = {
  cancelReason: null,
  correctsId: null,
  reportId: null,
  reportNumber: null,
  seriesId: null,
  sharedId: null,
  demonstration: false,
};

const NO_REQUEST: RequestContext = {
  requestId: '',
  userId: null,
  idempotencyKey: null,
  bodyHash: null,
};
const running = (): RequestContext => requestContext.get() ?? NO_REQUEST;

const columnsOf = (a: NewActivity): unknown[] => [
  a.projectId,
  a.workItemId,
  a.participationId,
  a.kind,
  a.state,
  a.day,
  a.endsOn,
  a.startTime,
  a.endTime,
  a.minutes,
  a.quantity,
  a.place,
  a.note,
  a.participants,
  a.women,
  a.men,
  a.staffIds,
  a.organisationIds,
  a.language,
  a.territoryId,
  a.contractLineId,
  a.overReason,
  a.courseId,
  a.targetGroup,
];
