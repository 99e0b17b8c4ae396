import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';
import type { ProjectFacts } from './facts.js';
import { insertRows, known } from './insert-rows.js';

/** One project with everything that its sheet, its partnership and its plan say. */
export async function insertProject(
  db: EntityManager,
  ids: DemoIds,
  facts: ProjectFacts,
): Promise<void> {
  const [projectId = ''] = await insertRows(db, 'project', [projectRow(ids, facts)]);
  ids.keep('project', facts.slug, projectId);
  const all = (table: string, rows: Record<string, unknown>[]) =>
    insertRows(
      db,
      table,
      rows.map((row) => ({ project_id: projectId, ...row })),
    );
  await insertLists(all, facts);
  await insertParticipations(all, ids, facts);
  await insertPlan(all, ids, facts);
  await insertTeam(all, ids, facts);
}

/** Ties between projects, once all of them are there. */
export async function insertRelations(
  db: EntityManager,
  ids: DemoIds,
  projects: readonly ProjectFacts[],
): Promise<void> {
  const rows = projects.flatMap(({ slug, relations = [] }) =>
    relations.map(({ to, kind, note }) => ({
      project_id: ids.of('project', slug),
      other_project_id: ids.of('project', to),
      kind,
      note,
    })),
  );
  await insertRows(db, 'project_relation', rows);
}

type InsertAll = (table: string, rows: Record<string, unknown>[]) => Promise<string[]>;

const idOrNull = (ids: DemoIds, kind: 'fund' | 'node' | 'call', key?: string): string | null =>
  key === undefined ? null : ids.of(kind, key);

const projectRow = (ids: DemoIds, facts: ProjectFacts) => ({
  slug: facts.slug,
  title: facts.title,
  state: facts.state,
  source: facts.source,
  fund_id: idOrNull(ids, 'fund', facts.fund),
  programme_node_id: idOrNull(ids, 'node', facts.node),
  call_id: idOrNull(ids, 'call', facts.call),
  functions_known: facts.functions !== undefined,
  demonstration: false,
  ...known({
    acronym: facts.acronym,
    summary: facts.summary,
    aims: facts.aims,
    starts: facts.starts,
    ends: facts.ends,
    execution_years: facts.executionYears,
    submitted_year: facts.submittedYear,
    annuality: facts.annuality,
    website: facts.website,
    functions_note: facts.functionsNote,
  }),
});

async function insertLists(all: InsertAll, facts: ProjectFacts): Promise<void> {
  await all(
    'project_alias',
    (facts.aliases ?? []).map((alias) => ({ alias })),
  );
  await all(
    'project_place',
    (facts.places ?? []).map(({ country, region, province }) =>
      known({ country, region, province }),
    ),
  );
  await all(
    'project_area',
    (facts.areas ?? []).map((label) => ({ label })),
  );
  await all(
    'project_community',
    (facts.communities ?? []).map(({ label, country }) => known({ label, country })),
  );
  await all(
    'project_function',
    (facts.functions ?? []).map((name) => ({ function: name })),
  );
  await all(
    'feed',
    (facts.feeds ?? []).map(({ siteName, siteUrl, note }, position) =>
      known({ site_name: siteName, site_url: siteUrl, note, position }),
    ),
  );
}

async function insertParticipations(
  all: InsertAll,
  ids: DemoIds,
  facts: ProjectFacts,
): Promise<void> {
  const list = facts.participations ?? [];
  const rows = list.map(({ organisation, role, category, via, note, demonstration = false }) =>
    known({
      organisation_id: ids.of('organisation', organisation),
      role,
      category,
      via_network_id: via === undefined ? null : ids.of('organisation', via),
      note,
      demonstration,
    }),
  );
  const inserted = await all('participation', rows);
  list.forEach(({ organisation }, index) =>
    ids.keep('participation', `${facts.slug}/${organisation}`, inserted[index] ?? ''),
  );
}

async function insertPlan(all: InsertAll, ids: DemoIds, facts: ProjectFacts): Promise<void> {
  const { slug, workItems = [], objectives = [], deliverables = [] } = facts;
  const items = await all(
    'work_item',
    workItems.map((item, position) => ({ ...item, position })),
  );
  workItems.forEach(({ code }, index) =>
    ids.keep('workItem', `${slug}/${code}`, items[index] ?? ''),
  );
  for (const [position, { code, kind, text, parent }] of objectives.entries()) {
    const parent_id = parent === undefined ? null : ids.of('objective', `${slug}/${parent}`);
    const [id = ''] = await all('objective', [known({ code, kind, text, parent_id, position })]);
    ids.keep('objective', `${slug}/${code ?? position}`, id);
  }
  const rows = deliverables.map(({ workItem, fileName, kind, title, ...more }, position) =>
    known({
      work_item_id: workItem === undefined ? null : ids.of('workItem', `${slug}/${workItem}`),
      file_name: fileName,
      kind,
      title,
      language: more.language,
      territory: more.territory,
      theme: more.theme,
      url: more.url,
      position,
    }),
  );
  await all('deliverable', rows);
}

async function insertTeam(
  all: InsertAll,
  ids: DemoIds,
  { team = [] }: ProjectFacts,
): Promise<void> {
  const rows = team.map(({ person, function: work }, position) =>
    known({ person_id: ids.of('person', person), function: work, position }),
  );
  await all('team_member', rows);
}
