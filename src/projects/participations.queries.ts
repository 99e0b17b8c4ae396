import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { participationReach } from '../access/participation-reach.js';
import { binder } from '../access/scope.js';
import { NotFound } from '../kernel/errors.js';
import { decodeCursor, pageOf, pageSize } from '../kernel/page.js';
import type {
  NetworkView,
  ParticipationFilter,
  ParticipationPage,
  ParticipationView,
} from './participations.dto.js';
import { participationRoles } from './participation.entity.js';
import { likeOf, type Bind } from '../platform/sql.js';

const SIZE = `(SELECT json_build_object('size', s.size, 'countedOn', s.counted_on, 'source', s.source) FROM network_size s
  WHERE s.network_id = o.id ORDER BY s.counted_on DESC NULLS LAST, s.id DESC LIMIT 1)`;
// Lead first, then partners, then the others, in the order in which the roles are declared.
const RANK = `array_position('{${participationRoles.join(',')}}'::text[], p.role)`;
const ROW = `p.id, p.organisation_id AS "organisationId", o.name AS "organisationName", o.short_name AS "organisationShortName",
  w.name AS "organisationParentName",
  o.kind AS "organisationKind", o.country, p.role, p.category, p.via_network_id AS "viaNetworkId", v.name AS "viaNetworkName",
  ${SIZE} AS "declaredSize", p.cup, p.vat_regime AS "vatRegime", p.note, p.demonstration, p.version`;
const FROM = `FROM participation p JOIN organisation o ON o.id = p.organisation_id
  LEFT JOIN organisation v ON v.id = p.via_network_id LEFT JOIN organisation w ON w.id = o.parent_id`;

const reachOf = (caller: Caller, projectId: string, bind: Bind): string =>
  `p.project_id = ${bind(projectId)} AND ${participationReach(caller, { project: 'p.project_id', participation: 'p.id' }, bind)}`;

export async function pageOfParticipations(
  db: EntityManager,
  projectId: string,
  filter: ParticipationFilter,
  caller: Caller,
): Promise<ParticipationPage> {
  const params: unknown[] = [];
  const bind = binder(params);
  const where = [reachOf(caller, projectId, bind), ...filterSql(filter, bind)];
  const limit = pageSize(filter);
  const rows: ParticipationView[] = await db.query(
    `SELECT ${ROW} ${FROM} WHERE ${where.join(' AND ')} ORDER BY ${RANK}, o.name, p.id LIMIT ${bind(limit + 1)}`,
    params,
  );
  const page = pageOf(
    rows,
    limit,
    (row) => [participationRoles.indexOf(row.role) + 1, row.organisationName, row.id],
    (row) => row,
  );
  return { ...page, counts: await countsOf(db, projectId, caller) };
}

function filterSql(filter: ParticipationFilter, bind: Bind): string[] {
  const where: string[] = [];
  if (filter.role?.length) where.push(`p.role = ANY(${bind(filter.role)})`);
  if (filter.category?.length) where.push(`p.category = ANY(${bind(filter.category)})`);
  if (filter.search) {
    const like = bind(likeOf(filter.search));
    where.push(`(search_text(o.name) LIKE search_text(${like}) OR search_text(o.short_name) LIKE search_text(${like})
      OR EXISTS (SELECT FROM organisation_alias a WHERE a.organisation_id = o.id AND search_text(a.alias) LIKE search_text(${like})))`);
  }
  if (filter.after) {
    const [rank, name, id] = decodeCursor(filter.after, 3);
    where.push(
      `(${RANK}, o.name, p.id) > (${bind(Number(rank))}::int, ${bind(String(name))} COLLATE "it-x-icu", ${bind(String(id))}::uuid)`,
    );
  }
  return where;
}

async function countsOf(
  db: EntityManager,
  projectId: string,
  caller: Caller,
): Promise<ParticipationPage['counts']> {
  const params: unknown[] = [];
  return db.query(
    `SELECT p.role, p.category, count(*)::int AS participations, count(*) FILTER (WHERE p.demonstration)::int AS demonstration
     FROM participation p WHERE ${reachOf(caller, projectId, binder(params))}
     GROUP BY p.role, p.category ORDER BY ${RANK}, min(p.id::text)`,
    params,
  );
}

/** One participation that the caller reaches; the same 404 for what is not there and what is another partner's. */
export async function participationOf(
  db: EntityManager,
  projectId: string,
  id: string,
  caller: Caller,
): Promise<ParticipationView> {
  const params: unknown[] = [];
  const bind = binder(params);
  const [row] = (await db.query(
    `SELECT ${ROW} ${FROM} WHERE ${reachOf(caller, projectId, bind)} AND p.id = ${bind(id)}`,
    params,
  )) as ParticipationView[];
  if (!row) throw new NotFound();
  return row;
}

/** The bodies of the project that the caller sees, those tied to them, and the ties. */
export async function networkOf(
  db: EntityManager,
  projectId: string,
  caller: Caller,
): Promise<NetworkView> {
  const params: unknown[] = [];
  const [view] = (await db.query(
    `WITH own AS (
       SELECT DISTINCT ON (p.organisation_id) p.organisation_id AS id, p.role, p.category, p.demonstration,
         min(p.id::text) OVER (PARTITION BY p.role, p.category) AS category_order FROM participation p
       WHERE ${reachOf(caller, projectId, binder(params))} ORDER BY p.organisation_id, ${RANK}),
     edges AS (
       SELECT m.organisation_id AS a, m.network_id AS b, 'member' AS kind, m.note FROM network_membership m
       WHERE m.network_id IN (SELECT id FROM own) OR m.organisation_id IN (SELECT id FROM own)
       UNION ALL SELECT c.organisation_id, c.other_id, 'collaboration', c.note FROM collaboration c
       WHERE c.organisation_id IN (SELECT id FROM own) OR c.other_id IN (SELECT id FROM own)),
     nodes AS (SELECT id FROM own UNION SELECT a FROM edges UNION SELECT b FROM edges)
     SELECT (SELECT coalesce(json_agg(json_build_object('organisationId', o.id, 'name', o.name, 'shortName', o.short_name,
               'country', o.country, 'role', p.role, 'category', p.category, 'declaredSize', ${SIZE},
               'demonstration', coalesce(p.demonstration, o.demonstration)) ORDER BY ${RANK} NULLS LAST, p.category_order, o.name), '[]')
             FROM nodes n JOIN organisation o ON o.id = n.id LEFT JOIN own p ON p.id = n.id) AS nodes,
            (SELECT coalesce(json_agg(json_build_object('from', a, 'to', b, 'kind', kind, 'note', note) ORDER BY kind, a, b), '[]')
             FROM edges) AS edges`,
    params,
  )) as [NetworkView];
  return view;
}
