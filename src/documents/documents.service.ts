import { createHash } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { NotFound, Problem, RuleBroken } from '../kernel/errors.js';
import { decodeCursor, pageOf, pageSize } from '../kernel/page.js';
import { requestContext } from '../platform/context.js';
import { DocumentStore } from '../platform/documents/document-store.js';
import { acceptedExtensions, acceptedType } from '../platform/documents/media-type.js';
import { Writes } from '../platform/write.js';
import {
  toDocumentView,
  type DocumentPage,
  type DocumentQuery,
  type DocumentView,
} from './document.dto.js';
import { Document } from './document.entity.js';
import { visibleDocuments } from './documents.queries.js';
import { participationOfSubject } from './subjects.js';
import type { Upload } from './upload.js';

/** Files that people attach: stored once by content, shown only to whom the row belongs. */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly store: DocumentStore,
  ) {}

  async list(caller: Caller, query: DocumentQuery): Promise<DocumentPage> {
    const limit = pageSize(query);
    const rows = visibleDocuments(this.source.manager, caller)
      .andWhere('d.state = :state', { state: query.removed ? 'removed' : 'attached' })
      .orderBy('d.id', 'DESC')
      .take(limit + 1);
    if (query.kind) rows.andWhere('d.kind = :kind', { kind: query.kind });
    if (query.subjectTable)
      rows.andWhere('d.subject_table = :table', { table: query.subjectTable });
    if (query.subjectId) rows.andWhere('d.subject_id = :subject', { subject: query.subjectId });
    if (query.after) rows.andWhere('d.id < :after', { after: decodeCursor(query.after, 1)[0] });
    return pageOf(await rows.getMany(), limit, (row) => [row.id], toDocumentView);
  }

  async one(caller: Caller, id: string): Promise<DocumentView> {
    return toDocumentView(await this.find(caller, id));
  }

  async open(caller: Caller, id: string): Promise<{ document: Document; content: ReadStream }> {
    const document = await this.find(caller, id);
    if (document.state === 'removed') throw new NotFound();
    if (!(await this.store.holds(document.sha256))) throw contentMissing();
    return { document, content: this.store.read(document.sha256) };
  }

  /**
   * Takes charge of the uploaded file: it ends stored and named by a row for each subject, or nowhere. Answers the first
   * of them.
   */
  async add(caller: Caller, projectId: string, upload: Upload): Promise<DocumentView> {
    const { file, name, about } = upload;
    try {
      const mediaType = await acceptedType(file.path, name);
      if (!mediaType) throw notAccepted();
      if (about.kind === 'logo' && !isPrintable(mediaType)) throw logoIsNoImage();
      nameTheSameRequest(upload);
      return await this.writes.run(async (db) => {
        await lockContent(db, file.sha256);
        const common = {
          projectId,
          sha256: file.sha256,
          sizeBytes: file.size,
          mediaType,
          name,
          kind: about.kind,
          confidential: about.confidential ?? false,
          subjectTable: about.subjectTable ?? null,
        };
        const ids: string[] = [];
        for (const subjectId of subjectsOf(about)) {
          const participationId = await ownerOf(db, caller, projectId, { ...about, subjectId });
          const row = db.create(Document, { ...common, participationId, subjectId });
          ids.push((await db.save(row)).id);
        }
        await this.store.keep(file);
        return toDocumentView(await db.findOneByOrFail(Document, { id: ids[0]! }));
      });
    } catch (error) {
      await this.forgetUnlessNamed(file.sha256);
      throw error;
    } finally {
      await this.store.drop(file);
    }
  }

  private async find(caller: Caller, id: string): Promise<Document> {
    const found = await visibleDocuments(this.source.manager, caller)
      .andWhere('d.id = :id', { id })
      .getOne();
    if (!found) throw new NotFound();
    return found;
  }

  private async forgetUnlessNamed(sha256: string): Promise<void> {
    await this.source.transaction(async (db) => {
      await lockContent(db, sha256);
      if (!(await db.existsBy(Document, { sha256 }))) await this.store.forget(sha256);
    });
  }
}

/** Adding and removing the same content wait for each other. */
export async function lockContent(db: EntityManager, sha256: string): Promise<void> {
  await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1767))', [sha256]);
}

type Belongs = Pick<Upload['about'], 'subjectTable' | 'participationId'> & {
  subjectId: string | null;
};

/** Each row that the file belongs to, once; null: the project alone. */
const subjectsOf = ({ subjectId = [] }: Upload['about']): (string | null)[] =>
  subjectId.length > 0 ? [...new Set(subjectId)] : [null];

/** Which participation the document belongs to: the subject's, the one named, or the partner's own. */
async function ownerOf(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  { subjectTable, subjectId, participationId }: Belongs,
): Promise<string | null> {
  if ((subjectTable === undefined) !== (subjectId === null)) throw halfASubject();
  if (subjectTable && subjectId) return participationOfSubject(db, caller, subjectTable, subjectId);
  if (participationId) return participationOfSubject(db, caller, 'participation', participationId);
  const own = caller.participationsIn(projectId, 'document.add');
  return own === null ? null : (own[0] ?? null);
}

/** "The same request" for an upload is the same address, fields and content. */
function nameTheSameRequest({ file, name, about }: Upload): void {
  const context = requestContext.get();
  if (!context?.bodyHash) return;
  const hash = createHash('sha256').update(context.bodyHash);
  context.bodyHash = hash.update(`${file.sha256} ${name} ${JSON.stringify(about)}`).digest();
}

/** The images that can stand on a printed page. */
const isPrintable = (mediaType: string): boolean => /^image\/(png|jpeg)$/.test(mediaType);

const logoIsNoImage = () =>
  new RuleBroken('document.logo', 'Un logo è un’immagine: caricalo in PNG o in JPEG.');

const halfASubject = () =>
  new RuleBroken(
    'document.subject',
    'Indica insieme il tipo e l’identificativo di ciò a cui si allega il documento.',
  );

const notAccepted = () =>
  new Problem(
    415,
    'document.type',
    `Il contenuto del documento non è di un tipo accettato (${acceptedExtensions.join(', ')}): esportalo in uno di questi e riprova.`,
  );

const contentMissing = () =>
  new Problem(
    503,
    'document.content',
    'Il contenuto di questo documento non si trova: avvisa chi amministra il sistema.',
  );
