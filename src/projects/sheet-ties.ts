import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { RuleBroken } from '../kernel/errors.js';
import type { ChangeProject } from './projects.dto.js';
import { reachableProjects } from './projects.queries.js';
import type { FeedSite, RelationTie } from './sheet.dto.js';

/** Puts the feeds and the relations that are given in the place of the old ones. */
export async function replaceSheetTies(
  db: EntityManager,
  projectId: string,
  { feeds, relations }: ChangeProject,
  caller: Caller,
): Promise<void> {
  if (feeds) await replaceFeeds(db, projectId, feeds);
  if (relations) await replaceRelations(db, projectId, relations, caller);
}

async function replaceFeeds(
  db: EntityManager,
  projectId: string,
  feeds: FeedSite[],
): Promise<void> {
  const names = feeds.map(({ siteName }) => siteName);
  await db.query('DELETE FROM feed WHERE project_id = $1 AND site_name <> ALL($2::text[])', [
    projectId,
    names,
  ]);
  await db.query(
    `INSERT INTO feed (project_id, site_name, site_url, note, position)
     SELECT DISTINCT ON (n) $1::uuid, n, u, t, p FROM unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS x(n, u, t, p)
     ON CONFLICT (project_id, site_name) DO UPDATE SET site_url = excluded.site_url, note = excluded.note, position = excluded.position
       WHERE (feed.site_url, feed.note, feed.position) IS DISTINCT FROM (excluded.site_url, excluded.note, excluded.position)`,
    [
      projectId,
      names,
      feeds.map(({ siteUrl }) => siteUrl ?? null),
      feeds.map(({ note }) => note ?? null),
    ],
  );
}

/** Ties with projects that the caller does not see are neither listed to it nor taken away by it. */
async function replaceRelations(
  db: EntityManager,
  projectId: string,
  relations: RelationTie[],
  caller: Caller,
): Promise<void> {
  const reached = reachableProjects(caller);
  assertReached(relations, reached, projectId);
  const values = [
    projectId,
    relations.map((tie) => tie.projectId),
    relations.map(({ kind }) => kind),
  ];
  await db.query(
    `DELETE FROM project_relation WHERE project_id = $1 AND other_project_id = ANY($4::uuid[])
       AND (other_project_id, kind) NOT IN (SELECT o, k FROM unnest($2::uuid[], $3::text[]) AS x(o, k))`,
    [...values, reached],
  );
  await db.query(
    `INSERT INTO project_relation (project_id, other_project_id, kind, note)
     SELECT DISTINCT ON (o, k) $1::uuid, o, k, t FROM unnest($2::uuid[], $3::text[], $4::text[]) AS x(o, k, t)
     ON CONFLICT (project_id, other_project_id, kind) DO UPDATE SET note = excluded.note
       WHERE project_relation.note IS DISTINCT FROM excluded.note`,
    [...values, relations.map(({ note }) => note ?? null)],
  );
}

function assertReached(relations: RelationTie[], reached: string[], projectId: string): void {
  const wrong = relations.findIndex(
    (tie) => tie.projectId === projectId || !reached.includes(tie.projectId),
  );
  if (wrong < 0) return;
  throw new RuleBroken(
    'project.relation',
    'Un progetto si collega a un altro fra quelli a cui hai accesso: sceglilo dall’elenco.',
    [{ path: `relations.${wrong}.projectId`, message: 'Non è fra i tuoi progetti.' }],
  );
}
