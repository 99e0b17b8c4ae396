import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Conflict, RuleBroken } from '../kernel/errors.js';
import { Participation } from '../projects/participation.entity.js';
import { CostDocument } from './cost-document.entity.js';
import { DUPLICATE } from './spending-problems.js';

/** The participation that received a document: the one named, or the partner's own. Only lead and partners have costs. */
export async function receiverOf(
  db: EntityManager,
  caller: Caller,
  projectId: string,
  named: string | undefined,
): Promise<string> {
  const own = caller.participationsIn(projectId, 'expense.edit');
  const id = named ?? (own?.length === 1 ? own[0] : undefined);
  if (!id || (own !== null && !own.includes(id))) throw receiverUnknown();
  const found = await db.findOneBy(Participation, { id, projectId });
  if (!found || !['lead', 'partner'].includes(found.role)) throw receiverUnknown();
  return id;
}

/** A credit note reduces a document that is itself no credit note and still stands. */
export async function assertCreditable(
  db: EntityManager,
  { kind, creditsId, projectId, participationId }: CostDocument,
): Promise<void> {
  if ((kind === 'credit_note') !== (creditsId !== null)) throw creditMissing();
  if (creditsId === null) return;
  const credited = await db.findOneBy(CostDocument, {
    id: creditsId,
    projectId,
    participationId,
    state: 'recorded',
  });
  if (!credited || credited.kind === 'credit_note') throw creditMissing();
}

/**
 * The database refuses the same issuer key, number and year; this also finds the same name when one of the two was
 * recorded without its tax number.
 */
export async function assertNotTwice(db: EntityManager, document: CostDocument): Promise<void> {
  const {
    id = null,
    issuerTaxId,
    issuerName,
    numberNormalised,
    issuedOn,
  } = document as Partial<CostDocument>;
  const twins: unknown[] = await db.query(
    `SELECT 1 FROM cost_document d
     WHERE d.state = 'recorded' AND d.id IS DISTINCT FROM $1::uuid AND d.number_normalised = $4 AND d.issued_year = left($5, 4)::int
       AND (d.issuer_tax_id = $2 OR ((d.issuer_tax_id IS NULL OR $2 IS NULL) AND search_text(d.issuer_name) = search_text($3)))`,
    [id, issuerTaxId, issuerName, numberNormalised, issuedOn],
  );
  if (twins.length > 0) throw new Conflict('cost_document.duplicate', DUPLICATE);
}

const receiverUnknown = () =>
  new RuleBroken(
    'cost_document.receiver',
    'Indica chi ha ricevuto il giustificativo: il capofila o un partner del progetto.',
    [{ path: 'participationId', message: 'Scegli il capofila o un partner.' }],
  );

const creditMissing = () =>
  new RuleBroken(
    'cost_document.credit',
    'Una nota di credito, e solo lei, indica il giustificativo che riduce: sceglilo dall’elenco.',
    [{ path: 'creditsId', message: 'Scegli il giustificativo che la nota riduce.' }],
  );
