import type { EntityManager } from 'typeorm';
import type { PartialDate } from '../kernel/dates.js';
import type { ProjectState } from '../projects/project.entity.js';

/** What the public sheet of a project says, and nothing else of it. */
export interface SheetFacts {
  slug: string;
  title: string;
  acronym: string | null;
  summary: string | null;
  aims: string | null;
  starts: PartialDate | null;
  ends: PartialDate | null;
  executionYears: string | null;
  state: ProjectState;
  website: string | null;
  demonstration: boolean;
  areas: string[];
  fund: string | null;
  lead: string | null;
  partners: string[];
  objectives: string[];
  actions: { code: string; title: string; description: string | null }[];
  products: string[];
  team: { name: string; function: string | null }[];
  feeds: { slug: string; title: string; sites: string[] }[];
  contents: { title: string; url: string; publishedOn: string; demonstration: boolean }[];
}

const list = (item: string, from: string, order: string): string =>
  `(SELECT coalesce(json_agg(${item} ORDER BY ${order}), '[]') FROM ${from})`;

const FACTS = `p.slug, p.title, p.acronym, p.summary, p.aims, p.starts, p.ends, p.execution_years AS "executionYears", p.state, p.website, p.demonstration,
  ${list('a.label', 'project_area a WHERE a.project_id = p.id', 'a.id')} AS areas,
  (SELECT f.name FROM fund f WHERE f.id = p.fund_id) AS fund,
  (SELECT o.name FROM participation a JOIN organisation o ON o.id = a.organisation_id WHERE a.project_id = p.id AND a.role = 'lead' LIMIT 1) AS lead,
  ${list('o.name', "participation a JOIN organisation o ON o.id = a.organisation_id WHERE a.project_id = p.id AND a.role = 'partner' AND NOT a.demonstration", 'o.name')} AS partners,
  ${list('o.text', 'objective o WHERE o.project_id = p.id', 'o.position, o.id')} AS objectives,
  ${list(`json_build_object('code', w.code, 'title', w.title, 'description', w.description)`, 'work_item w WHERE w.project_id = p.id AND w.parent_id IS NULL AND NOT w.demonstration', 'w.position, w.code')} AS actions,
  ${list('d.title', 'deliverable d WHERE d.project_id = p.id', 'd.position, d.id')} AS products,
  ${list(`json_build_object('name', s.name, 'function', t.function)`, 'team_member t JOIN person s ON s.id = t.person_id WHERE t.project_id = p.id AND t.to_day IS NULL', 't.position, t.id')} AS team,
  ${list(`json_build_object('slug', f.slug, 'title', f.title, 'sites', f.sites)`, 'content_feed f WHERE f.project_id = p.id AND f.open', 'f.title')} AS feeds,
  ${list(`json_build_object('title', c.title, 'url', c.url, 'publishedOn', c.published_on, 'demonstration', c.demonstration)`, `(SELECT * FROM content WHERE project_id = p.id AND state = 'published' ORDER BY published_on DESC, id DESC LIMIT 10) c`, 'c.published_on DESC, c.id DESC')} AS contents`;

/** Null unless the project shows its sheet. */
export async function publicSheet(db: EntityManager, slug: string): Promise<SheetFacts | null> {
  const [facts] = (await db.query(
    `SELECT ${FACTS} FROM project p JOIN public_sheet s ON s.project_id = p.id AND s.shown WHERE p.slug = $1`,
    [slug],
  )) as SheetFacts[];
  return facts ?? null;
}
