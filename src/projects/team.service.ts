import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { openProject } from './open-project.js';
import { assertInOrder } from './period.js';
import type { AddTeamMember, ChangeTeamMember, TeamList, TeamMemberView } from './sheet.dto.js';
import { TeamMember } from './team-member.entity.js';

const SELECT = `SELECT t.id, n.id AS "personId", n.name, t.function, t.from_day AS "fromDay", t.to_day AS "toDay", t.version
  FROM team_member t JOIN person n ON n.id = t.person_id`;

/** The working group: who works on the project, which is not the same as who has access to it. */
@Injectable()
export class TeamService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(projectId: string): Promise<TeamList> {
    const items: TeamMemberView[] = await this.source.query(
      `${SELECT} WHERE t.project_id = $1 ORDER BY t.position, t.id`,
      [projectId],
    );
    return { items, next: null };
  }

  add(projectId: string, body: AddTeamMember): Promise<TeamMemberView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const { personId, function: work = null, fromDay = null, toDay = null } = body;
      assertInOrder(fromDay, toDay);
      const position = await db.countBy(TeamMember, { projectId });
      const row = { projectId, personId, function: work, fromDay, toDay, position };
      const { id } = await db.save(db.create(TeamMember, row));
      return memberOf(db, id);
    });
  }

  change(
    projectId: string,
    id: string,
    version: number,
    body: ChangeTeamMember,
  ): Promise<TeamMemberView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const member = await bumpVersion(db, TeamMember, { id, projectId }, version);
      for (const column of ['function', 'fromDay', 'toDay'] as const) {
        if (body[column] !== undefined) Object.assign(member, { [column]: body[column] });
      }
      assertInOrder(member.fromDay, member.toDay);
      await db.save(member);
      return memberOf(db, id);
    });
  }
}

async function memberOf(db: EntityManager, id: string): Promise<TeamMemberView> {
  const [row] = (await db.query(`${SELECT} WHERE t.id = $1`, [id])) as [TeamMemberView];
  return row;
}
