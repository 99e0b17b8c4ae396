import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { permissionsOf } from '../access/permissions.js';
import { binder } from '../access/scope.js';
import { NotFound } from '../kernel/errors.js';
import { decodeCursor, pageOf, pageSize, type Page } from '../kernel/page.js';
import type { ProjectFilter, ProjectRow, ProjectView } from './projects.dto.js';
import { likeOf } from '../platform/sql.js';

const list = (item: string, from: string, order: string): string =>
  `(SELECT coalesce(json_agg(${item} ORDER BY ${order}), '[]') FROM ${from})`;

const ROW = `p.id, p.slug, p.title, p.acronym, p.state, p.starts, p.ends, p.execution_years AS "executionYears",
  (SELECT f.code FROM fund f WHERE f.id = p.fund_id) AS "fundCode",
  (SELECT json_build_object('organisationId', o.id, 'name', o.name) FROM participation a JOIN organisation o ON o.id = a.organisation_id
   WHERE a.project_id = p.id AND a.role = 'lead') AS lead,
  ${list('a.label', 'project_area a WHERE a.project_id = p.id', 'a.id')} AS areas,
  p.functions_known AS "functionsKnown",
  ${list('f.function', 'project_function f WHERE f.project_id = p.id', 'f.id')} AS functions,
  p.demonstration,
  NOT p.demonstration AND EXISTS (SELECT FROM participation a WHERE a.project_id = p.id AND a.demonstration) AS "holdsDemonstration",
  p.version`;

/** A page of the caller's own projects, by title. */
export async function pageOfProjects(
  db: EntityManager,
  filter: ProjectFilter,
  caller: Caller,
): Promise<Page<ProjectRow>> {
  const params: unknown[] = [];
  const bind = binder(params);
  const where = [`p.id = ANY(${bind(reachableProjects(caller))}::uuid[])`];
  if (filter.state?.length) where.push(`p.state = ANY(${bind(filter.state)})`);
  if (filter.search) {
    const like = bind(likeOf(filter.search));
    where.push(`(search_text(p.title) LIKE search_text(${like}) OR search_text(p.acronym) LIKE search_text(${like})
      OR EXISTS (SELECT FROM project_alias a WHERE a.project_id = p.id AND search_text(a.alias) LIKE search_text(${like})))`);
  }
  if (filter.after) {
    const [title, id] = decodeCursor(filter.after, 2);
    where.push(
      `(p.title, p.id) > (${bind(String(title))} COLLATE "it-x-icu", ${bind(String(id))}::uuid)`,
    );
  }
  const limit = pageSize(filter);
  const rows: Omit<ProjectRow, 'roles'>[] = await db.query(
    `SELECT ${ROW} FROM project p WHERE ${where.join(' AND ')} ORDER BY p.title, p.id LIMIT ${bind(limit + 1)}`,
    params,
  );
  return pageOf(
    rows,
    limit,
    (row) => [row.title, row.id],
    (row) => ({ ...row, roles: caller.actors(row.id) }),
  );
}

/** A project's own row belongs to whoever has a role in it. */
export const reachableProjects = (caller: Caller): string[] =>
  caller.reaching('project.view').map((membership) => membership.projectId);

const FUND = `(SELECT json_build_object('id', f.id, 'code', f.code, 'name', f.name, 'note', f.note,
    'programmeName', g.name, 'programmeYears', g.years,
    'call', (SELECT json_build_object('id', c.id, 'code', c.code, 'title', c.title) FROM call c WHERE c.id = p.call_id),
    'steps', (WITH RECURSIVE up AS (
        SELECT n.*, 1 AS height FROM programme_node n WHERE n.id = p.programme_node_id
        UNION ALL SELECT n.*, up.height + 1 FROM programme_node n JOIN up ON n.id = up.parent_id)
      SELECT coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'code', code, 'label', label) ORDER BY height DESC), '[]') FROM up))
  FROM fund f
  LEFT JOIN programme_node n ON n.id = p.programme_node_id
  LEFT JOIN call k ON k.id = p.call_id
  LEFT JOIN programme g ON g.id = coalesce(n.programme_id, k.programme_id)
  WHERE f.id = p.fund_id)`;

const relations = (kind: 'out' | 'in'): string => {
  const [own, other] =
    kind === 'out' ? ['project_id', 'other_project_id'] : ['other_project_id', 'project_id'];
  return `SELECT r.id, json_build_object('kind', r.kind, 'direction', '${kind}', 'title', coalesce(o.acronym, o.title), 'note', r.note,
      'projectId', CASE WHEN o.id = ANY($2::uuid[]) THEN o.id END) AS item
    FROM project_relation r JOIN project o ON o.id = r.${other} WHERE r.${own} = p.id`;
};

const SHEET = `${ROW}, p.summary, p.aims, p.submitted_year AS "submittedYear", p.annuality, p.cup, p.website,
  p.functions_note AS "functionsNote", p.source, ${FUND} AS fund,
  ${list('a.alias', 'project_alias a WHERE a.project_id = p.id', 'a.id')} AS aliases,
  ${list(`json_build_object('country', x.country, 'region', x.region, 'province', x.province)`, 'project_place x WHERE x.project_id = p.id', 'x.id')} AS places,
  ${list(`json_build_object('label', c.label, 'country', c.country)`, 'project_community c WHERE c.project_id = p.id', 'c.id')} AS communities,
  ${list(`json_build_object('scheme', c.scheme, 'code', c.code)`, 'project_code c WHERE c.project_id = p.id', 'c.id')} AS codes,
  ${list('r.item', `(${relations('out')} UNION ALL ${relations('in')}) r`, 'r.id')} AS relations,
  ${list(`json_build_object('siteName', f.site_name, 'siteUrl', f.site_url, 'note', f.note)`, 'feed f WHERE f.project_id = p.id', 'f.position, f.id')} AS feeds,
  ${list(
    `json_build_object('id', o.id, 'parentId', o.parent_id, 'code', o.code, 'kind', o.kind, 'text', o.text, 'version', o.version)`,
    'objective o WHERE o.project_id = p.id',
    'o.position, o.id',
  )} AS objectives,
  ${list(
    `json_build_object('id', t.id, 'personId', n.id, 'name', n.name, 'function', t.function, 'fromDay', t.from_day, 'toDay', t.to_day, 'version', t.version)`,
    'team_member t JOIN person n ON n.id = t.person_id WHERE t.project_id = p.id',
    't.position, t.id',
  )} AS team`;

type Sheet = Omit<ProjectView, 'roles' | 'permissions'>;

/** The whole sheet of one project, with what the caller may do in it. */
export async function sheetOf(db: EntityManager, id: string, caller: Caller): Promise<ProjectView> {
  const [sheet] = (await db.query(`SELECT ${SHEET} FROM project p WHERE p.id = $1`, [
    id,
    reachableProjects(caller),
  ])) as Sheet[];
  if (!sheet) throw new NotFound();
  const roles = caller.actors(id);
  return { ...sheet, roles, permissions: permissionsOf(roles) };
}
