import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { NotFound } from '../kernel/errors.js';
import { InjectConfig } from '../platform/config.token.js';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import { Project } from '../projects/project.entity.js';
import { PublicSheet } from './content.entity.js';
import { publicSheet } from './public-sheet.queries.js';
import type { PublicSheetView } from './publishing.dto.js';
import { sheetPage } from './sheet-page.js';

/** The sheet that a project shows to everybody, when it chose to. */
@Injectable()
export class PublicSheets {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    @InjectConfig() private readonly config: Config,
  ) {}

  async read(projectId: string): Promise<PublicSheetView> {
    const { slug } = await this.source.manager.findOneByOrFail(Project, { id: projectId });
    const sheet = await this.source.manager.findOneBy(PublicSheet, { projectId });
    return { shown: sheet?.shown ?? false, address: this.address(slug) };
  }

  show(projectId: string, shown: boolean): Promise<PublicSheetView> {
    return this.writes.run(async (db) => {
      const { slug } = await openProject(db, projectId);
      const known = await db.findOneBy(PublicSheet, { projectId });
      const version = (known?.version ?? 0) + 1;
      await db.save(db.create(PublicSheet, { ...known, projectId, shown, version }));
      return { shown, address: this.address(slug) };
    });
  }

  /** The page; what is not shown and what does not exist are one answer: 404. */
  async page(slug: string): Promise<string> {
    const facts = await publicSheet(this.source.manager, slug);
    if (!facts) throw new NotFound();
    return sheetPage(facts, this.address(slug));
  }

  private address = (slug: string): string => `${this.config.publicUrl}/schede/${slug}`;
}
