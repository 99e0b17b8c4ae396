import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder, scopeSql } from '../access/scope.js';
import { ACTIVITY_SCOPE } from '../activities/activity-scope.js';
import { addDays, Clock } from '../kernel/dates.js';
import type { Pocket, PocketSession } from './attendance.dto.js';

const DAYS = 7;
const MOST = 40;

/** The sessions around today that the caller may mark, with who is enrolled. */
@Injectable()
export class PocketService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(caller: Caller): Promise<Pocket> {
    const today = this.clock.today();
    const params: unknown[] = [addDays(today, -DAYS), addDays(today, DAYS), MOST];
    const scope = scopeSql(caller, 'attendance.edit', ACTIVITY_SCOPE, binder(params));
    const sessions: PocketSession[] = await this.source.query(
      `SELECT activity.id AS "activityId", activity.project_id AS "projectId", c.title AS "courseTitle", activity.day,
         to_char(activity.start_time, 'HH24:MI') AS "startTime", to_char(activity.end_time, 'HH24:MI') AS "endTime",
         coalesce((SELECT json_agg(json_build_object('recipientId', r.id, 'code', r.code, 'initials', r.initials,
             'presence', CASE WHEN t.id IS NULL THEN 'none' WHEN t.present THEN 'present' ELSE 'absent' END) ORDER BY r.initials, r.code)
           FROM enrolment e JOIN recipient r ON r.id = e.recipient_id
           LEFT JOIN attendance t ON t.recipient_id = r.id AND t.activity_id = activity.id
           WHERE e.course_id = c.id AND activity.day BETWEEN e.from_day AND coalesce(e.to_day, 'infinity')), '[]') AS people
       FROM activity JOIN course c ON c.id = activity.course_id
       WHERE activity.day BETWEEN $1 AND $2 AND activity.state <> 'cancelled' AND activity.report_id IS NULL AND ${scope}
       ORDER BY activity.day DESC, activity.start_time, activity.id LIMIT $3`,
      params,
    );
    return { today, sessions };
  }
}
