import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { binder } from '../access/scope.js';
import { RuleBroken } from '../kernel/errors.js';
import type { Bind } from '../platform/sql.js';

const EVERYBODY = 'true';

/** SQL condition on `p`: a partner's operator reaches the people of its own body and the working group of its project; the others everybody. */
export function personReach(caller: Caller, bind: Bind): string {
  const reaching = caller.reaching('person.view');
  if (reaching.some((membership) => membership.role !== 'partner')) return EVERYBODY;
  const participations = bind(reaching.flatMap((membership) => membership.participationId ?? []));
  const projects = bind(reaching.map((membership) => membership.projectId));
  return `(p.organisation_id IN (SELECT organisation_id FROM participation WHERE id = ANY(${participations}::uuid[]))
    OR p.id IN (SELECT person_id FROM team_member WHERE project_id = ANY(${projects}::uuid[])))`;
}

/**
 * Whom the caller does not find in the list of persons is nobody: an answer that names whoever was chosen would tell its
 * name. Those who stand there already need not be reached anew. Throws 422 `reference.unknown`.
 */
export async function assertReached(
  db: EntityManager,
  caller: Caller,
  personIds: readonly string[],
  { path, standing = [] }: { path: string; standing?: readonly string[] },
): Promise<void> {
  const named = [...new Set(personIds)].filter((id) => !standing.includes(id));
  if (named.length === 0) return;
  const params: unknown[] = [named];
  const reach = personReach(caller, binder(params));
  // Then the foreign key says the same.
  if (reach === EVERYBODY) return;
  const found: unknown[] = await db.query(
    `SELECT FROM person p WHERE p.id = ANY($1::uuid[]) AND ${reach}`,
    params,
  );
  if (found.length === named.length) return;
  const message =
    named.length === 1
      ? 'La persona scelta non esiste: sceglila dall’elenco.'
      : 'Una delle persone scelte non esiste: sceglile dall’elenco.';
  throw new RuleBroken('reference.unknown', message, [{ path, message }]);
}
