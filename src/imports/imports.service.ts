import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import type { Page, PageQuery } from '../kernel/page.js';
import { requestContext } from '../platform/context.js';
import { DocumentStore } from '../platform/documents/document-store.js';
import { Writes } from '../platform/write.js';
import { assertAllowed, shapeOf, suggest, underNames } from './columns.js';
import type { ImportRow, ImportView, ResultFilter, ResultRow } from './import.dto.js';
import { badFile } from './import-problems.js';
import { FileImport, type Mapping, type TargetKey } from './import.entity.js';
import {
  assertReached,
  importsOf,
  importView,
  resultsOf,
  type StoredImport,
} from './imports.queries.js';
import { openSheet } from './open-sheet.js';
import type { SheetRow, SheetRows } from './sheet.js';
import { copyRows, countRows, rememberedMapping } from './staging.queries.js';
import { Targets } from './targets.js';
import { templateFile, type TemplateFormat } from './template.js';
import type { SentSheet } from './upload-import.js';

/** Files on their way to become rows, and those that did. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly store: DocumentStore,
    private readonly targets: Targets,
    private readonly clock: Clock,
  ) {}

  list(caller: Caller, projectId: string, query: PageQuery): Promise<Page<ImportRow>> {
    return importsOf(this.source.manager, caller, projectId, query);
  }

  /** Throws Forbidden for what the caller may not import. */
  async template(
    caller: Caller,
    projectId: string,
    key: TargetKey,
    format: TemplateFormat,
  ): Promise<Buffer> {
    const target = this.targets.forCaller(caller, projectId, key);
    const place = { projectId, today: this.clock.today(), caller };
    return templateFile(target, await target.names(this.source.manager, place), format);
  }

  async read(caller: Caller, projectId: string, id: string): Promise<ImportView> {
    const stored = await importView(this.source.manager, caller, projectId, id);
    return this.shown(this.source.manager, caller, stored);
  }

  async results(
    caller: Caller,
    projectId: string,
    id: string,
    query: ResultFilter,
  ): Promise<Page<ResultRow>> {
    await assertReached(this.source.manager, caller, projectId, id);
    return resultsOf(this.source.manager, id, query);
  }

  /** Reads the file row by row into the database; the file itself is not kept. Throws 422 for what cannot be read. */
  async add(caller: Caller, projectId: string, sent: SentSheet): Promise<ImportView> {
    const { file, name, about } = sent;
    try {
      const target = this.targets.forCaller(caller, projectId, about.target);
      nameTheSameRequest(sent);
      return await this.writes.run(async (db) => {
        const [columns, rows] = await headOf(await openSheet(file.path, name));
        assertAllowed(target, columns);
        const shape = shapeOf(columns);
        const { id } = await db.save(
          db.create(FileImport, {
            projectId,
            participationId: caller.participationsIn(projectId, 'import.edit')?.[0] ?? null,
            target: about.target,
            fileName: name,
            sha256: file.sha256,
            shape,
            columns,
            state: 'read',
          }),
        );
        await copyRows(db, id, target.nameless ? underNames(columns, rows) : rows);
        const count = await countRows(db, id);
        if (count === 0) throw empty();
        await db.update(FileImport, { id }, { rows: count });
        return this.shown(db, caller, await importView(db, caller, projectId, id));
      });
    } finally {
      await this.store.drop(file);
    }
  }

  /** With the fields of its target, each with the column that was chosen, remembered or guessed. */
  async shown(db: EntityManager, caller: Caller, stored: StoredImport): Promise<ImportView> {
    const { mapping: chosen, shape, ...view } = stored;
    const target = this.targets.of(view.target);
    const known = chosen ?? (await rememberedMapping(db, caller.userId, view.target, shape));
    const mapping: Mapping = known ?? suggest(target, view.columns);
    const fields = target.columns.map(({ key, label, help = null, required = false }) => ({
      key,
      label,
      help,
      required,
      column: mapping[key] ?? null,
    }));
    return { ...view, fields, remembered: chosen === null && known !== null };
  }
}

/** The names of the columns, and the rows below them. */
async function headOf(sheet: SheetRows): Promise<[string[], AsyncIterable<SheetRow>]> {
  const rows = sheet[Symbol.asyncIterator]();
  const head = await rows.next();
  if (head.done) throw empty();
  const columns = (head.value as SheetRow).cells.map((name) => name.trim());
  return [columns, { [Symbol.asyncIterator]: () => rows }];
}

const empty = () =>
  badFile(
    'empty',
    'Il file non ha righe: la prima deve dire i nomi delle colonne, le altre i dati.',
  );

/** "The same request" for an upload is the same address, fields and content. */
function nameTheSameRequest({ file, name, about }: SentSheet): void {
  const context = requestContext.get();
  if (!context?.bodyHash) return;
  const hash = createHash('sha256').update(context.bodyHash);
  context.bodyHash = hash.update(`${file.sha256} ${name} ${about.target}`).digest();
}
