import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { RuleBroken } from '../kernel/errors.js';
import { describeConstraint } from '../platform/constraints.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import {
  type AddView,
  type ChangeView,
  type SavedViewView,
  toView,
  type ViewFilter,
  type ViewList,
} from './saved-view.dto.js';
import { SavedView } from './saved-view.entity.js';

describeConstraint('saved_view_once', {
  status: 409,
  code: 'view.name',
  detail: 'Hai già una vista con questo nome: scegline un altro, o aggiorna quella.',
});

/** Named addresses of a page: one's own, and those that others share in one's projects. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  /** A view says where to look, never what is there: whoever opens it sees only what is theirs. */
  async list(caller: Caller, { page }: ViewFilter): Promise<ViewList> {
    const pages = page?.length ? { page: In(page) } : {};
    const views = await this.source.getRepository(SavedView).find({
      where: [
        { userId: caller.userId, ...ofToken(caller), ...pages },
        { shared: true, projectId: In(projectsOf(caller)), ...pages },
      ],
      order: { name: 'ASC', id: 'ASC' },
    });
    return { items: views.map((view) => toView(view, caller.userId)) };
  }

  add(caller: Caller, input: AddView): Promise<SavedViewView> {
    const { projectId = null, shared = false, opensFirst = false } = input;
    assertShareable(caller, projectId, shared);
    return this.writes.run(async (db) => {
      if (opensFirst) await noOtherFirst(db, caller.userId, input.page);
      const { page, name, address } = input;
      const values = { page, name, address, projectId, shared, opensFirst };
      const view = await db.save(
        db.create(SavedView, { ...values, userId: caller.userId, version: 1 }),
      );
      return toView(view, caller.userId);
    });
  }

  /** 404 for a view of somebody else. */
  change(caller: Caller, id: string, version: number, input: ChangeView): Promise<SavedViewView> {
    return this.writes.run(async (db) => {
      const view = await bumpVersion(db, SavedView, { id, userId: caller.userId }, version);
      if (input.opensFirst) await noOtherFirst(db, caller.userId, view.page);
      Object.assign(view, input);
      assertShareable(caller, view.projectId, view.shared);
      return toView(await db.save(view), caller.userId);
    });
  }

  async remove(caller: Caller, id: string, version: number): Promise<void> {
    await this.writes.run(async (db) => {
      const view = await bumpVersion(db, SavedView, { id, userId: caller.userId }, version);
      await db.delete(SavedView, { id: view.id });
    });
  }
}

/** A token for one project sees no views of the user's others. */
const ofToken = ({ signed }: Caller) =>
  signed.onlyProject === null ? {} : { projectId: signed.onlyProject };

const projectsOf = (caller: Caller): string[] => [
  ...new Set(caller.reaching('activity.view').map(({ projectId }) => projectId)),
];

function assertShareable(caller: Caller, projectId: string | null, shared: boolean): void {
  if (projectId !== null && !projectsOf(caller).includes(projectId)) {
    throw broken('projectId', 'Il progetto scelto non è tra i tuoi: sceglilo dall’elenco.');
  }
  if (shared && projectId === null) {
    throw broken(
      'projectId',
      'Scegli prima un progetto: la vista si condivide con chi vi partecipa.',
    );
  }
}

const broken = (path: string, message: string) =>
  new RuleBroken('view.rule', message, [{ path, message }]);

const noOtherFirst = (db: EntityManager, userId: string, page: SavedView['page']) =>
  db.update(SavedView, { userId, page, opensFirst: true }, { opensFirst: false });
