import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import { Deliverable } from './deliverable.entity.js';
import type { AddDeliverable, DeliverableList, DeliverableView } from './work-plan.dto.js';
import { deliverablesOf } from './work-plan.queries.js';

/** What a project leaves behind. */
@Injectable()
export class DeliverablesService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(projectId: string): Promise<DeliverableList> {
    return { items: await deliverablesOf(this.source.manager, projectId), next: null };
  }

  add(projectId: string, body: AddDeliverable): Promise<DeliverableView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const { workItemId, kind, title, language, territory, theme, url, fileName } = body;
      const position = await db.countBy(Deliverable, { projectId });
      const row = {
        projectId,
        workItemId,
        kind,
        title,
        language,
        territory,
        theme,
        url,
        fileName,
        position,
      };
      const { id } = await db.save(db.create(Deliverable, row));
      const [view] = (await deliverablesOf(db, projectId, id)) as [DeliverableView];
      return view;
    });
  }
}
