import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { participationReach } from '../access/participation-reach.js';
import { binder } from '../access/scope.js';
import { NotFound } from '../kernel/errors.js';
import { decodeCursor, pageOf, pageSize, type Page } from '../kernel/page.js';
import type { OrganisationFilter, OrganisationRow, OrganisationView } from './organisations.dto.js';
import { likeOf } from '../platform/sql.js';

const ROW = `o.id, o.name, o.short_name AS "shortName", o.kind, o.parent_id AS "parentId", u.name AS "parentName",
  o.country, o.region, o.place, o.website,
  (SELECT coalesce(json_agg(a.alias ORDER BY a.id), '[]') FROM organisation_alias a WHERE a.organisation_id = o.id) AS aliases,
  (SELECT json_build_object('size', s.size, 'countedOn', s.counted_on, 'source', s.source) FROM network_size s
   WHERE s.network_id = o.id ORDER BY s.counted_on DESC NULLS LAST, s.id DESC LIMIT 1) AS "declaredSize",
  o.demonstration, o.version`;
const FROM = 'FROM organisation o LEFT JOIN organisation u ON u.id = o.parent_id';

/** A page of the address book by name; the search ignores case and accents, knows aliases and forgives a typo. */
export async function pageOfOrganisations(
  db: EntityManager,
  filter: OrganisationFilter,
): Promise<Page<OrganisationRow>> {
  const params: unknown[] = [];
  const bind = binder(params);
  const where = ['true'];
  if (filter.search) where.push(searchSql(bind(filter.search), bind(likeOf(filter.search))));
  if (filter.kind?.length) where.push(`o.kind = ANY(${bind(filter.kind)})`);
  if (filter.country) where.push(`o.country = ${bind(filter.country)}`);
  if (filter.after) {
    const [name, id] = decodeCursor(filter.after, 2);
    where.push(
      `(o.name, o.id) > (${bind(String(name))} COLLATE "it-x-icu", ${bind(String(id))}::uuid)`,
    );
  }
  const limit = pageSize(filter);
  const rows: OrganisationRow[] = await db.query(
    `SELECT ${ROW} ${FROM} WHERE ${where.join(' AND ')} ORDER BY o.name, o.id LIMIT ${bind(limit + 1)}`,
    params,
  );
  return pageOf(
    rows,
    limit,
    (row) => [row.name, row.id],
    (row) => row,
  );
}

const searchSql = (text: string, like: string): string => {
  const found = (column: string) =>
    `search_text(${column}) LIKE search_text(${like}) OR search_text(${text}) <% search_text(${column})`;
  return `o.id IN (SELECT id FROM organisation WHERE ${found('name')} OR ${found('short_name')}
    UNION SELECT organisation_id FROM organisation_alias WHERE ${found('alias')})`;
};

type Sheet = Omit<OrganisationView, 'participations'>;

/** The sheet of one body, with the participations that the caller may see. */
export async function sheetOf(
  db: EntityManager,
  id: string,
  caller: Caller,
): Promise<OrganisationView> {
  const [sheet] = (await db.query(
    `SELECT ${ROW}, o.note,
       ${ties('SELECT c.id, c.name, NULL::text AS note FROM organisation c WHERE c.parent_id = o.id')} AS units,
       ${ties('SELECT n.id, n.name, m.note FROM network_membership m JOIN organisation n ON n.id = m.network_id WHERE m.organisation_id = o.id')} AS networks,
       ${ties('SELECT n.id, n.name, m.note FROM network_membership m JOIN organisation n ON n.id = m.organisation_id WHERE m.network_id = o.id')} AS members,
       ${ties(`SELECT n.id, n.name, c.note FROM collaboration c
         JOIN organisation n ON n.id = CASE WHEN c.organisation_id = o.id THEN c.other_id ELSE c.organisation_id END
         WHERE o.id IN (c.organisation_id, c.other_id)`)} AS collaborations,
       (SELECT coalesce(json_agg(json_build_object('size', s.size, 'countedOn', s.counted_on, 'source', s.source)
          ORDER BY s.counted_on DESC NULLS LAST, s.id DESC), '[]') FROM network_size s WHERE s.network_id = o.id) AS "declaredSizes"
     ${FROM} WHERE o.id = $1`,
    [id],
  )) as Sheet[];
  if (!sheet) throw new NotFound();
  return { ...sheet, participations: await participationsOf(db, id, caller) };
}

const ties = (select: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('organisationId', t.id, 'name', t.name, 'note', t.note) ORDER BY t.name), '[]')
    FROM (${select}) t)`;

async function participationsOf(
  db: EntityManager,
  id: string,
  caller: Caller,
): Promise<OrganisationView['participations']> {
  const params: unknown[] = [id];
  const columns = { project: 'p.project_id', participation: 'p.id' };
  const reach = participationReach(caller, columns, binder(params));
  return db.query(
    `SELECT p.id AS "participationId", p.project_id AS "projectId", coalesce(j.acronym, j.title) AS "projectTitle",
            p.role, p.category, p.demonstration
     FROM participation p JOIN project j ON j.id = p.project_id
     WHERE p.organisation_id = $1 AND ${reach} ORDER BY j.title, p.role`,
    params,
  );
}
