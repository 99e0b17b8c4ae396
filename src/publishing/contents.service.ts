import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Activity } from '../activities/activity.entity.js';
import { cancelActivity } from '../activities/activity-states.js';
import { PlannedActivities } from '../activities/planned-activities.js';
import { Clock, type IsoDate } from '../kernel/dates.js';
import { Conflict, NotFound, RuleBroken } from '../kernel/errors.js';
import type { Page } from '../kernel/page.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { openProject } from '../projects/open-project.js';
import { Content } from './content.entity.js';
import type {
  AddContent,
  ChangeContent,
  ContentFilter,
  ContentView,
  PublishContent,
} from './publishing.dto.js';
import { contentOf, pageOfContents } from './publishing.queries.js';

const KIND = 'published_content';

/** Contents from draft to the public and back; what is published counts in its action. */
@Injectable()
export class ContentsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly activities: PlannedActivities,
    private readonly clock: Clock,
  ) {}

  list(caller: Caller, projectId: string, filter: ContentFilter): Promise<Page<ContentView>> {
    return pageOfContents(this.source.manager, caller, projectId, filter);
  }

  read(projectId: string, id: string): Promise<ContentView> {
    return found(this.source.manager, projectId, id);
  }

  add(projectId: string, body: AddContent): Promise<ContentView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const { id } = await db.save(db.create(Content, { projectId, ...tidy(body) }));
      return found(db, projectId, id);
    });
  }

  change(
    projectId: string,
    id: string,
    version: number,
    body: ChangeContent,
  ): Promise<ContentView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const content = await bumpVersion(db, Content, { id, projectId }, version);
      // It counts where it was published.
      if (
        content.state === 'published' &&
        body.workItemId &&
        body.workItemId !== content.workItemId
      )
        throw published();
      await db.save(Object.assign(content, tidy(body)));
      return found(db, projectId, id);
    });
  }

  /** From now on it stands in the feeds, under the id that it always had. Throws RuleBroken `content.future`. */
  publish(
    caller: Caller,
    projectId: string,
    { id, version }: { id: string; version: number },
    { publishedOn = this.clock.today() }: PublishContent,
  ): Promise<ContentView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const content = await bumpVersion(db, Content, { id, projectId }, version);
      if (content.state === 'published') throw already();
      if (publishedOn > this.clock.today()) throw future();
      const activityId = await this.counted(db, caller, content, publishedOn);
      await db.save(
        Object.assign(content, {
          state: 'published',
          publishedOn,
          publishedAt: this.clock.now(),
          withdrawnAt: null,
          withdrawReason: null,
          activityId,
        }),
      );
      return found(db, projectId, id);
    });
  }

  /** Out of the feeds at once, and out of the count unless a sent report holds it. */
  withdraw(projectId: string, id: string, version: number, reason: string): Promise<ContentView> {
    return this.writes.run(async (db) => {
      await openProject(db, projectId);
      const content = await bumpVersion(db, Content, { id, projectId }, version);
      if (content.state !== 'published') throw notPublished();
      await this.uncount(db, content, reason);
      const withdrawnAt = this.clock.now();
      await db.save(
        Object.assign(content, { state: 'withdrawn', withdrawnAt, withdrawReason: reason }),
      );
      return found(db, projectId, id);
    });
  }

  /** The activity that counts it: what a sent report already tells is not counted again. */
  private async counted(
    db: EntityManager,
    caller: Caller,
    { projectId, activityId, workItemId, title, territoryId, languages }: Content,
    day: IsoDate,
  ): Promise<string> {
    const standing = activityId && (await db.findOneBy(Activity, { id: activityId, projectId }));
    if (standing && standing.state !== 'cancelled') return standing.id;
    const language = languages[0] ?? null;
    const counting = {
      kind: KIND,
      workItemId,
      day,
      quantity: 1,
      note: title,
      territoryId,
      language,
    };
    const [logged] = await this.activities.add(db, caller, projectId, [counting]);
    return logged!.id;
  }

  private async uncount(db: EntityManager, content: Content, reason: string): Promise<void> {
    const { activityId, projectId } = content;
    const activity = activityId && (await db.findOneBy(Activity, { id: activityId, projectId }));
    if (!activity || activity.reportId !== null || activity.state === 'cancelled') return;
    const { id, version } = activity;
    const taken = await bumpVersion(db, Activity, { id, projectId }, version);
    await cancelActivity(db, taken, `Contenuto ritirato: ${reason}`);
  }
}

const tidy = <T extends ChangeContent>(body: T): T => ({
  ...body,
  ...(body.themes ? { themes: [...new Set(body.themes.map((theme) => theme.trim()))] } : {}),
});

async function found(db: EntityManager, projectId: string, id: string): Promise<ContentView> {
  const view = await contentOf(db, projectId, id);
  if (!view) throw new NotFound();
  return view;
}

const published = () =>
  new RuleBroken(
    'content.published',
    'Il contenuto è pubblicato e conta nella sua azione: ritiralo prima di spostarlo su un’altra.',
    [{ path: 'workItemId', message: 'Ritira il contenuto prima di cambiare azione.' }],
  );
const future = () =>
  new RuleBroken(
    'content.future',
    'Il giorno di pubblicazione è nel futuro: indica oggi o un giorno passato.',
    [{ path: 'publishedOn', message: 'Indica oggi o un giorno passato.' }],
  );
const already = () =>
  new Conflict('content.state', 'Il contenuto è già pubblicato: ricarica la pagina.');
const notPublished = () =>
  new Conflict('content.state', 'Si ritira solo un contenuto pubblicato: ricarica la pagina.');
