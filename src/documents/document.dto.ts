import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  QueryBoolean,
  QueryList,
  TextField,
} from '../kernel/fields.js';
import { PageClass, PageQuery } from '../kernel/page.js';
import {
  documentKinds,
  documentStates,
  type Document,
  type DocumentKind,
  type DocumentState,
} from './document.entity.js';
import { documentSubjects, type DocumentSubject } from './subjects.js';

/** What is said about a file when it is sent, beside the file itself (multipart, hence all text). */
export class NewDocument {
  @EnumField(documentKinds) kind: DocumentKind;
  @QueryBoolean({ description: 'Riservato: non lo vedono i partner e il personale.' })
  confidential?: boolean;
  @EnumField(documentSubjects, { optional: true }) subjectTable?: DocumentSubject;
  /** Several when one file belongs to several rows, as a signed register to its sessions: to all of them, or to none. */
  @QueryList('id') subjectId?: string[];
  @IdField({ optional: true }) participationId?: string;
}

export class DocumentView {
  @IdField() id: string;
  @TextField({ max: 400 }) name: string;
  @EnumField(documentKinds) kind: DocumentKind;
  @TextField() mediaType: string;
  @IntegerField({ min: 0 }) sizeBytes: number;
  @TextField({ description: 'SHA-256 del contenuto, esadecimale.' }) sha256: string;
  @BooleanField() confidential: boolean;
  @IdField({ nullable: true }) participationId: string | null;
  @TextField({ nullable: true }) subjectTable: string | null;
  @IdField({ nullable: true }) subjectId: string | null;
  @EnumField(documentStates) state: DocumentState;
  @TextField({ nullable: true, max: 500 }) removeReason: string | null;
  @InstantField() createdAt: string;
}

export class DocumentPage extends PageClass(() => DocumentView) {}

export class DocumentQuery extends PageQuery {
  @EnumField(documentKinds, { optional: true }) kind?: DocumentKind;
  @EnumField(documentSubjects, { optional: true }) subjectTable?: DocumentSubject;
  @IdField({ optional: true }) subjectId?: string;
  @QueryBoolean({ description: 'I documenti tolti, al posto di quelli allegati.' })
  removed?: boolean;
}

export class RemoveDocument {
  @TextField({ max: 500 }) reason: string;
}

export const toDocumentView = (document: Document): DocumentView => ({
  id: document.id,
  name: document.name,
  kind: document.kind,
  mediaType: document.mediaType,
  sizeBytes: document.sizeBytes,
  sha256: document.sha256,
  confidential: document.confidential,
  participationId: document.participationId,
  subjectTable: document.subjectTable,
  subjectId: document.subjectId,
  state: document.state,
  removeReason: document.removeReason,
  createdAt: document.createdAt.toISOString(),
});
