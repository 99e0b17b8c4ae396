import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Requires } from '../access/requires.js';
import { EnumField, IdField, ListField, TextField } from '../kernel/fields.js';
import { participationRoles, type ParticipationRole } from './participation.entity.js';

export class ParticipationName {
  @IdField() id: string;
  @TextField({ max: 300 }) name: string;
  @EnumField(participationRoles) role: ParticipationRole;
}

export class ProjectName {
  @IdField() id: string;
  @TextField() slug: string;
  @TextField({ max: 400 }) title: string;
  @ListField(() => ParticipationName) participations: ParticipationName[];
}

export class ProjectNameList {
  @ListField(() => ProjectName) items: ProjectName[];
  /** Always null: the names stand on one page. */
  @TextField({ nullable: true }) next: string | null;
}

/** What the system administrator needs to give access, and no more: names, never data. */
@ApiTags('progetti')
@Controller('project-names')
export class ProjectNamesController {
  constructor(private readonly source: DataSource) {}

  @Get()
  @Requires('project.names', 'institute')
  @ApiOkResponse({ type: ProjectNameList })
  async list(): Promise<ProjectNameList> {
    const items: ProjectName[] = await this.source.query(
      `SELECT p.id, p.slug, coalesce(p.acronym, p.title) AS title,
         (SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', o.name, 'role', a.role) ORDER BY a.role, o.name), '[]')
          FROM participation a JOIN organisation o ON o.id = a.organisation_id WHERE a.project_id = p.id) AS participations
       FROM project p ORDER BY p.title, p.id`,
    );
    return { items, next: null };
  }
}
