import type { Caller } from '../access/caller.js';
import type { Bind } from '../platform/sql.js';

/** SQL condition on `p`: a partner's operator reaches the people of its own body and the working group of its project; the others everybody. */
export function personReach(caller: Caller, bind: Bind): string {
  const reaching = caller.reaching('person.view');
  if (reaching.some((membership) => membership.role !== 'partner')) return 'true';
  const participations = bind(reaching.flatMap((membership) => membership.participationId ?? []));
  const projects = bind(reaching.map((membership) => membership.projectId));
  return `(p.organisation_id IN (SELECT organisation_id FROM participation WHERE id = ANY(${participations}::uuid[]))
    OR p.id IN (SELECT person_id FROM team_member WHERE project_id = ANY(${projects}::uuid[])))`;
}
