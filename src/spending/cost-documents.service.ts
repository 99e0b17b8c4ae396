import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull, Not } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import { Conflict, NotFound } from '../kernel/errors.js';
import { Money } from '../kernel/money.js';
import type { Page } from '../kernel/page.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { assess } from './assessment.js';
import { assertNotToCome } from './charges.js';
import type {
  CostDocumentChange,
  CostDocumentQuery,
  CostDocumentView,
  NewCostDocument,
} from './cost-document.dto.js';
import { CostDocument } from './cost-document.entity.js';
import { findDocument, listDocuments } from './cost-document.queries.js';
import { normaliseNumber } from './document-number.js';
import { Expense } from './expense.entity.js';
import { ExpensesService } from './expenses.service.js';
import { issuerTaxId } from './issuer.js';
import { assertCreditable, assertNotTwice, receiverOf } from './received-documents.js';

/** Documents that prove a cost: recorded once, charged in shares. */
@Injectable()
export class CostDocumentsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly expenses: ExpensesService,
    private readonly clock: Clock,
  ) {}

  list(caller: Caller, query: CostDocumentQuery): Promise<Page<CostDocumentView>> {
    return listDocuments(this.source.manager, caller, query);
  }

  one(caller: Caller, id: string): Promise<CostDocumentView> {
    return viewOf(this.source.manager, caller, id);
  }

  /** Records a document and, in the same transaction, the shares that are charged at once. */
  record(
    caller: Caller,
    projectId: string,
    { expenses = [], ...given }: NewCostDocument,
  ): Promise<CostDocumentView> {
    assertNotToCome(this.clock.today(), given.issuedOn);
    return this.writes.run(async (db) => {
      const participationId = await receiverOf(db, caller, projectId, given.participationId);
      const row = db.create(CostDocument, {
        ...described(given),
        projectId,
        participationId,
        kind: given.kind,
        creditsId: given.creditsId ?? null,
      });
      await assertCreditable(db, row);
      await assertNotTwice(db, row);
      const { id } = await db.save(row);
      const document = await db.findOneByOrFail(CostDocument, { id });
      for (const share of expenses) await this.expenses.add(db, caller, projectId, document, share);
      return viewOf(db, caller, id);
    });
  }

  change(
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
    change: CostDocumentChange,
  ): Promise<CostDocumentView> {
    assertNotToCome(this.clock.today(), change.issuedOn);
    return this.writes.run(async (db) => {
      const document = await this.editable(db, caller, projectId, id, seen);
      if (await db.existsBy(Expense, { costDocumentId: id, reportId: Not(IsNull()) }))
        throw locked();
      Object.assign(document, changesOf(change));
      await assertNotTwice(db, document);
      await db.save(document);
      await assessCharged(db, id);
      return viewOf(db, caller, id);
    });
  }

  cancel(
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
    cancelReason: string,
  ): Promise<CostDocumentView> {
    return this.writes.run(async (db) => {
      const document = await this.editable(db, caller, projectId, id, seen);
      if (await db.existsBy(Expense, { costDocumentId: id, state: 'recorded' })) throw charged();
      await db.save(Object.assign(document, { state: 'cancelled', cancelReason }));
      return viewOf(db, caller, id);
    });
  }

  /** Only who received it changes it. */
  private async editable(
    db: EntityManager,
    caller: Caller,
    projectId: string,
    id: string,
    seen: number,
  ): Promise<CostDocument> {
    const own = caller.participationsIn(projectId, 'expense.edit');
    const received = await db.findOneBy(CostDocument, { id, projectId });
    if (!received || (own !== null && !own.includes(received.participationId)))
      throw new NotFound('giustificativo');
    const document = await bumpVersion(db, CostDocument, { id, projectId }, seen);
    if (document.state === 'cancelled') throw cancelled();
    return document;
  }
}

const described = (given: NewCostDocument) => ({
  issuerName: given.issuerName,
  issuerTaxId: given.issuerTaxId ? issuerTaxId(given.issuerTaxId) : null,
  number: given.number,
  numberNormalised: normaliseNumber(given.number),
  issuedOn: given.issuedOn,
  total: Money.of(given.total),
  vat: Money.of(given.vat ?? '0.00'),
  eligibleTotal: Money.of(given.eligibleTotal ?? given.total),
  cup: given.cup ?? null,
  note: given.note ?? null,
});

/** Only what was sent, as the columns hold it. */
function changesOf(change: CostDocumentChange): Partial<CostDocument> {
  const { issuerTaxId: typed, number, total, vat, eligibleTotal, ...plain } = change;
  const changes: Partial<CostDocument> = { ...plain };
  if (typed !== undefined) changes.issuerTaxId = typed === null ? null : issuerTaxId(typed);
  if (number !== undefined)
    Object.assign(changes, { number, numberNormalised: normaliseNumber(number) });
  if (total !== undefined) changes.total = Money.of(total);
  if (vat !== undefined) changes.vat = Money.of(vat);
  if (eligibleTotal !== undefined) changes.eligibleTotal = Money.of(eligibleTotal);
  return changes;
}

/** What is on the document counts for its expenses, in whatever project they are. */
async function assessCharged(db: EntityManager, id: string): Promise<void> {
  const lines: { projectId: string; keys: string[] }[] = await db.query(
    `SELECT e.project_id AS "projectId", array_agg(DISTINCT l.stable_key) AS keys
     FROM expense e JOIN budget_line l ON l.id = e.budget_line_id
     WHERE e.cost_document_id = $1 AND e.state = 'recorded' GROUP BY 1 ORDER BY 1`,
    [id],
  );
  for (const { projectId, keys } of lines) await assess(db, projectId, keys);
}

async function viewOf(db: EntityManager, caller: Caller, id: string): Promise<CostDocumentView> {
  const view = await findDocument(db, caller, id);
  if (!view) throw new NotFound('giustificativo');
  return view;
}

const locked = () =>
  new Conflict(
    'cost_document.locked',
    'Un rendiconto inviato contiene spese di questo giustificativo: non si modifica più.',
  );
const charged = () =>
  new Conflict(
    'cost_document.charged',
    'Il giustificativo ha spese imputate: annulla prima quelle.',
  );
const cancelled = () =>
  new Conflict(
    'cost_document.cancelled',
    'Questo giustificativo è annullato e non si modifica più.',
  );
