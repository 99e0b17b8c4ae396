import type { EntityManager } from 'typeorm';
import { fundedBy } from '../budget/funding.js';
import { Money } from '../kernel/money.js';
import { assess } from '../spending/assessment.js';
import { normaliseNumber } from '../spending/document-number.js';
import { demoLines, demoSources } from './demo-budget-lines.js';
import { demoDocuments, type DemoDocument } from './demo-expenses.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

const SLUG = 'interazioni-in-piemonte-2';

/** Budget and expenses of the demonstration, marked as such: an approved version and three hundred expenses. */
export async function loadBudget(db: EntityManager, ids: DemoIds): Promise<void> {
  const projectId = ids.of('project', SLUG);
  const lineIds = await insertBudget(db, ids, projectId);
  const documents = demoDocuments();
  const documentIds = await insertDocuments(db, ids, projectId, documents);
  await insertExpenses(db, ids, projectId, { documents, documentIds, lineIds });
  await assess(db, projectId, null);
}

const participationOf = (ids: DemoIds, partner: string): string =>
  ids.of('participation', `${SLUG}/${partner}`);

async function insertBudget(db: EntityManager, ids: DemoIds, projectId: string): Promise<string[]> {
  const sources = demoSources.map((source, position) => ({
    ...source,
    project_id: projectId,
    position,
  }));
  const sourceIds = await insertRows(db, 'funding_source', sources);
  const [versionId] = await insertRows(db, 'budget_version', [
    {
      project_id: projectId,
      number: 1,
      note: 'Budget di dimostrazione: nessun documento dice quanto è costato il progetto.',
      demonstration: true,
    },
  ]);
  const lineIds = await insertLines(db, ids, projectId, versionId ?? '');
  await insertRows(db, 'budget_line_source', sharesOf(projectId, lineIds, sourceIds));
  await db.query(
    `UPDATE budget_version SET state = 'approved', approved_on = '2018-09-28', act = 'Atto dimostrativo n. 1' WHERE id = $1`,
    [versionId],
  );
  return lineIds;
}

const insertLines = (
  db: EntityManager,
  ids: DemoIds,
  projectId: string,
  versionId: string,
): Promise<string[]> =>
  insertRows(
    db,
    'budget_line',
    demoLines.map(({ partner, category, workItem, description, planned }) => ({
      project_id: projectId,
      budget_version_id: versionId,
      participation_id: participationOf(ids, partner),
      work_item_id: workItem ? ids.of('workItem', `${SLUG}/${workItem}`) : null,
      cost_category_id: ids.of('costCategory', category),
      description,
      planned,
    })),
  );

function sharesOf(projectId: string, lineIds: string[], sourceIds: string[]) {
  const sources = demoSources.map(({ rate }, index) => ({ id: sourceIds[index] ?? '', rate }));
  return demoLines.flatMap(({ planned }, index) =>
    fundedBy(Money.of(planned), sources).map(({ fundingSourceId, amount }) => ({
      project_id: projectId,
      budget_line_id: lineIds[index],
      funding_source_id: fundingSourceId,
      amount,
    })),
  );
}

function insertDocuments(
  db: EntityManager,
  ids: DemoIds,
  projectId: string,
  documents: DemoDocument[],
): Promise<string[]> {
  const rows = documents.map(({ partner, kind, issuer, number, issuedOn, eligible, cup }) => ({
    project_id: projectId,
    participation_id: participationOf(ids, partner),
    kind,
    issuer_name: issuer,
    number,
    number_normalised: normaliseNumber(number),
    issued_on: issuedOn,
    total: eligible,
    vat: kind === 'invoice' ? eligible.share('0.180328') : Money.zero,
    eligible_total: eligible,
    cup,
    demonstration: true,
  }));
  return insertRows(db, 'cost_document', rows);
}

interface Recorded {
  documents: DemoDocument[];
  documentIds: string[];
  lineIds: string[];
}

async function insertExpenses(
  db: EntityManager,
  ids: DemoIds,
  projectId: string,
  { documents, documentIds, lineIds }: Recorded,
): Promise<void> {
  const rows = documents.flatMap(({ partner, issuedOn, shares }, index) =>
    shares.map(({ line, amount, paidOn }) => ({
      project_id: projectId,
      participation_id: participationOf(ids, partner),
      cost_document_id: documentIds[index],
      budget_line_id: lineIds[line],
      amount,
      incurred_on: issuedOn,
      paid_on: paidOn,
      description: demoLines[line]?.description,
      demonstration: true,
    })),
  );
  await insertRows(db, 'expense', rows);
}
