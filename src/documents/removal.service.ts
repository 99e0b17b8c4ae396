import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.js';
import { Writes } from '../platform/write.js';
import { toDocumentView, type DocumentView } from './document.dto.js';
import { Document, type DocumentState } from './document.entity.js';
import { visibleDocuments } from './documents.queries.js';
import { assertNotHeld } from './held-subject.js';

/** Takes documents away and brings them back. The file stays as long as a row or the record of changes names it. */
@Injectable()
export class DocumentRemoval {
  constructor(private readonly writes: Writes) {}

  /** Throws 403 for what somebody else of a partner attached, 409 when a sent report stands on it or it is gone already. */
  remove(caller: Caller, id: string, reason: string): Promise<DocumentView> {
    return this.become(caller, id, 'removed', reason);
  }

  restore(caller: Caller, id: string): Promise<DocumentView> {
    return this.become(caller, id, 'attached', null);
  }

  private become(
    caller: Caller,
    id: string,
    state: DocumentState,
    removeReason: string | null,
  ): Promise<DocumentView> {
    return this.writes.run(async (db) => {
      const document = await find(db, caller, id);
      if (document.state === state) throw already(state);
      if (state === 'removed') await assertNotHeld(db, document);
      return toDocumentView(await db.save(Object.assign(document, { state, removeReason })));
    });
  }
}

async function find(db: EntityManager, caller: Caller, id: string): Promise<Document> {
  const found = await visibleDocuments(db, caller, 'document.remove')
    .andWhere('d.id = :id', { id })
    .setLock('pessimistic_write')
    .getOne();
  if (!found) throw new NotFound();
  const scopedOnly = caller.participationsIn(found.projectId, 'document.remove') !== null;
  if (scopedOnly && found.createdBy !== caller.userId) throw notYours();
  return found;
}

const notYours = () =>
  new Forbidden(
    'document.not-yours',
    'Puoi togliere solo i documenti che hai allegato tu: per gli altri chiedi al coordinamento.',
  );

const already = (state: DocumentState) =>
  state === 'removed'
    ? new Conflict('document.removed', 'Questo documento è già stato tolto: ricarica l’elenco.')
    : new Conflict('document.attached', 'Questo documento è già al suo posto: ricarica l’elenco.');
