import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetChoices } from './budget.dto.js';

/** What a line can be made of: who carries budget, the work items, the categories of the project's call. */
@Injectable()
export class ChoicesService {
  constructor(private readonly source: DataSource) {}

  async of(projectId: string, participationIds: string[] | null): Promise<BudgetChoices> {
    const [participations, workItems, categories] = await Promise.all([
      this.source.query(
        `SELECT p.id, o.name FROM participation p JOIN organisation o ON o.id = p.organisation_id
         WHERE p.project_id = $1 AND p.role IN ('lead', 'partner') AND ($2::uuid[] IS NULL OR p.id = ANY($2))
         ORDER BY p.role = 'lead' DESC, o.name, p.id`,
        [projectId, participationIds],
      ),
      this.source.query(
        'SELECT id, code, title FROM work_item WHERE project_id = $1 ORDER BY position, code',
        [projectId],
      ),
      this.source.query(
        `SELECT c.id, c.code, c.label FROM cost_category c JOIN project p ON p.call_id = c.call_id
         WHERE p.id = $1 ORDER BY c.position, c.code`,
        [projectId],
      ),
    ]);
    return { participations, workItems, categories };
  }
}
