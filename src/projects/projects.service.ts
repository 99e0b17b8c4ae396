import { Injectable } from '@nestjs/common';
import { DataSource, Like, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Member } from '../access/member.entity.js';
import type { Page } from '../kernel/page.js';
import { AuditTrail } from '../platform/audit/audit-trail.js';
import type { History } from '../platform/audit/audit.dto.js';
import { bumpVersion, given } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { assertNotArchived } from './open-project.js';
import { assertInOrder } from './period.js';
import { assertOneFund } from './position.js';
import { Project } from './project.entity.js';
import type {
  AddProject,
  ChangeProject,
  ProjectFilter,
  ProjectRow,
  ProjectView,
} from './projects.dto.js';
import { pageOfProjects, sheetOf } from './projects.queries.js';
import { replaceSheetLists } from './sheet-lists.js';
import { replaceSheetTies } from './sheet-ties.js';
import { freeSlug, slugOf } from './slug.js';

/** The register of projects and the sheet of each. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly trail: AuditTrail,
  ) {}

  list(filter: ProjectFilter, caller: Caller): Promise<Page<ProjectRow>> {
    return pageOfProjects(this.source.manager, filter, caller);
  }

  read(id: string, caller: Caller): Promise<ProjectView> {
    return sheetOf(this.source.manager, id, caller);
  }

  async history(id: string): Promise<History> {
    return { items: await this.trail.of('project', id) };
  }

  /** Whoever opens a project coordinates or manages it; the system administrator opens it for others. */
  add(body: AddProject, caller: Caller): Promise<ProjectView> {
    return this.writes.run(async (db) => {
      const slug = await this.newSlug(db, body.acronym ?? body.title);
      const state = body.state ?? 'draft';
      const project = await this.save(db, db.create(Project, { slug, state }), body);
      await replaceSheetTies(db, project.id, body, caller);
      const role = caller.actors(null).includes('manager') ? 'manager' : 'coordinator';
      if (!caller.actors(null).includes(role)) return sheetOf(db, project.id, caller);
      await db.insert(Member, { userId: caller.userId, projectId: project.id, role });
      return sheetOf(
        db,
        project.id,
        caller.joining({ projectId: project.id, role, participationId: null }),
      );
    });
  }

  change(id: string, version: number, body: ChangeProject, caller: Caller): Promise<ProjectView> {
    return this.writes.run(async (db) => {
      const project = await bumpVersion(db, Project, { id }, version);
      if (Object.keys(body).some((field) => field !== 'state')) assertNotArchived(project.state);
      await this.save(db, project, body);
      await replaceSheetTies(db, id, body, caller);
      return sheetOf(db, id, caller);
    });
  }

  private async save(db: EntityManager, project: Project, body: ChangeProject): Promise<Project> {
    Object.assign(project, given(body));
    if (body.functions !== undefined) project.functionsKnown = body.functions !== null;
    assertInOrder(project.starts ?? null, project.ends ?? null);
    await assertOneFund(db, project);
    const saved = await db.save(project);
    await replaceSheetLists(db, saved.id, body);
    return saved;
  }

  private async newSlug(db: EntityManager, title: string): Promise<string> {
    const slug = slugOf(title);
    const near = await db.find(Project, {
      select: { slug: true },
      where: { slug: Like(`${slug}%`) },
    });
    return freeSlug(slug, new Set(near.map((project) => project.slug)));
  }
}
