import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import type { Page } from '../kernel/page.js';
import { assertReached } from '../people/person-reach.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import type { ChangeTask, TaskFilter, TaskRow } from './meeting.dto.js';
import { Task } from './meeting.entity.js';
import { pageOfTasks, taskOf } from './meeting.queries.js';

/** What meetings decided somebody should do by a day. */
@Injectable()
export class TasksService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
  ) {}

  list(caller: Caller, filter: TaskFilter): Promise<Page<TaskRow>> {
    return pageOfTasks(this.source.manager, caller, filter, this.clock.today());
  }

  change(
    caller: Caller,
    projectId: string,
    id: string,
    version: number,
    body: ChangeTask,
  ): Promise<TaskRow> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      await taskOf(db, caller, { projectId, id }, 'activity.log');
      const task = await bumpVersion(db, Task, { id, projectId }, version);
      const named = body.personId ? [body.personId] : [];
      await assertReached(db, caller, named, { path: 'personId', standing: [task.personId] });
      Object.assign(task, body);
      task.doneOn = task.state === 'done' ? (task.doneOn ?? this.clock.today()) : null;
      await db.save(task);
      return taskOf(db, caller, { projectId, id });
    });
  }
}
