import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { binder, scopeSql } from '../access/scope.js';
import { Conflict, NotFound } from '../kernel/errors.js';
import { Jobs } from '../platform/jobs.js';
import { Writes } from '../platform/write.js';
import type { JobView } from './job.dto.js';

/** The long work that a person asked for, or that belongs to a project that the person reaches as a whole. */
@Injectable()
export class JobsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly jobs: Jobs,
  ) {}

  one(caller: Caller, id: string): Promise<JobView> {
    return find(this.source.manager, caller, id, 'job.view');
  }

  cancel(caller: Caller, id: string): Promise<JobView> {
    return this.writes.run(async (db) => {
      await find(db, caller, id, 'job.cancel');
      if (!(await this.jobs.cancel(db, id))) throw ended();
      return find(db, caller, id, 'job.cancel');
    });
  }
}

async function find(
  db: EntityManager,
  caller: Caller,
  id: string,
  permission: Permission,
): Promise<JobView> {
  const reached = caller.memberships.map((m) => m.projectId);
  const params: unknown[] = [id, caller.userId, reached, caller.signed.onlyProject];
  const scope = scopeSql(caller, permission, { project: 'j.project_id' }, binder(params));
  const found: (Omit<JobView, 'createdAt' | 'endedAt'> & {
    createdAt: Date;
    endedAt: Date | null;
  })[] = await db.query(
    `SELECT j.id, j.kind, j.subject_id AS "subjectId", j.project_id AS "projectId", j.state, j.progress,
              j.total, j.message, j.created_at AS "createdAt", j.ended_at AS "endedAt"
       FROM job j WHERE j.id = $1 AND (${scope} OR (j.requested_by = $2 AND ((j.project_id IS NULL AND $4::uuid IS NULL) OR j.project_id = ANY($3::uuid[]))))`,
    params,
  );
  const [job] = found;
  if (!job) throw new NotFound();
  return {
    ...job,
    createdAt: job.createdAt.toISOString(),
    endedAt: job.endedAt?.toISOString() ?? null,
  };
}

const ended = () =>
  new Conflict('job.ended', 'Questo lavoro è già finito: non si può più annullare.');
