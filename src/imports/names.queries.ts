import type { EntityManager } from 'typeorm';
import { binder, scopeSql } from '../access/scope.js';
import { lineReach } from '../activities/own-work.js';
import { personReach } from '../people/person-reach.js';
import { COURSE_SCOPE } from '../recipients/course-scope.js';
import { ContractLines, type NamedLine } from './contract-lines.js';
import { Lookup, type Nameable } from './lookup.js';
import type { AskedPlace } from './target.js';

const CHOOSE = 'scrivine uno che esista nel progetto.';

const lookup = async (
  db: EntityManager,
  unknown: string,
  sql: string,
  params: unknown[] = [],
): Promise<Lookup> => new Lookup((await db.query(sql, params)) as Nameable[], unknown);

/** Work items by code and title. */
export const workItems = (db: EntityManager, projectId: string) =>
  lookup(
    db,
    CHOOSE,
    'SELECT id, ARRAY[code, title] AS names FROM work_item WHERE project_id = $1 ORDER BY code, title',
    [projectId],
  );

/** Kinds of activity, by label and code. */
export const kinds = (db: EntityManager) =>
  lookup(
    db,
    'scrivi un tipo di attività come si legge nell’elenco dei tipi.',
    'SELECT code AS id, ARRAY[label, code] AS names FROM activity_kind ORDER BY label',
  );

/** Partners of a project by the names of their bodies; for a partner's operator its own alone. */
export const partners = (db: EntityManager, { projectId, caller }: AskedPlace) =>
  lookup(
    db,
    CHOOSE,
    `SELECT p.id, ARRAY[o.name, o.short_name] || ARRAY(SELECT alias FROM organisation_alias a WHERE a.organisation_id = o.id) AS names
     FROM participation p JOIN organisation o ON o.id = p.organisation_id WHERE p.project_id = $1 AND ($2::uuid[] IS NULL OR p.id = ANY($2)) ORDER BY o.name`,
    [projectId, caller.participationsIn(projectId, 'activity.log')],
  );

export const organisations = (db: EntityManager) =>
  lookup(
    db,
    'aggiungi prima l’ente alla rubrica, o scrivilo come sta lì.',
    `SELECT o.id, ARRAY[o.name, o.short_name] || ARRAY(SELECT alias FROM organisation_alias a WHERE a.organisation_id = o.id) AS names
     FROM organisation o`,
  );

/** People who do the work. */
export function persons(db: EntityManager, { caller }: AskedPlace): Promise<Lookup> {
  const params: unknown[] = [];
  return lookup(
    db,
    'aggiungi prima la persona, o scrivi il nome come sta nell’elenco.',
    `SELECT p.id, ARRAY[p.name] AS names FROM person p WHERE ${personReach(caller, binder(params))}`,
    params,
  );
}

export const territories = (db: EntityManager) =>
  lookup(
    db,
    'aggiungi prima il territorio, o scrivilo come sta nell’elenco.',
    'SELECT id, ARRAY[name] AS names FROM territory',
  );

/** The packages of a project, by the title and the reference of their contracts. */
export async function contractLines(
  db: EntityManager,
  { projectId, caller }: AskedPlace,
): Promise<ContractLines> {
  const params: unknown[] = [projectId];
  const reach = lineReach(caller, projectId, binder(params));
  return new ContractLines(
    (await db.query(
      `SELECT l.id, ARRAY[c.title, c.reference] AS names, l.kind, k.unit, l.language, l.valid_from AS "validFrom", l.valid_to AS "validTo",
         c.state AS "contractState"
       FROM contract_line l JOIN contract c ON c.id = l.contract_id JOIN activity_kind k ON k.code = l.kind
       WHERE l.project_id = $1 AND ${reach} ORDER BY c.title, l.id`,
      params,
    )) as NamedLine[],
  );
}

/** Courses of a project by title, alone or with the school year. */
export function courses(db: EntityManager, { projectId, caller }: AskedPlace): Promise<Lookup> {
  const params: unknown[] = [projectId];
  const scope = scopeSql(caller, 'course.view', COURSE_SCOPE, binder(params));
  return lookup(
    db,
    'apri prima il corso, o scrivine il titolo come sta nell’elenco.',
    `SELECT id, ARRAY[title, title || ' ' || school_year] AS names FROM course
     WHERE project_id = $1 AND state <> 'cancelled' AND ${scope} ORDER BY title, school_year`,
    params,
  );
}

const CODES = /^[a-z]{2,3}$/;
const LANGUAGES =
  'sq ar bn zh hr fr fa ka de el hi en ku lo mk mo ne pa pl pt ps ro ru sr si so es sw tl ta te th ti tr uk ur vi wo am bg bs cs hu hy ig km ky lt lv mn my nl sk sl sv uz bm ff ln yo ha rom ff om mg pcm'.split(
    ' ',
  );

/** Languages by Italian name and code. */
export function languages(): Lookup {
  const names = new Intl.DisplayNames('it', { type: 'language' });
  const items = [...new Set(LANGUAGES)].map((code) => ({
    id: code,
    names: [names.of(code) ?? null, code],
  }));
  return new Languages(items, 'scrivi il nome della lingua, per esempio arabo, o il codice.');
}

/** Any code passes, also of a language that the list does not name. */
class Languages extends Lookup {
  override find(text: string): { id?: string; error?: string } {
    const found = super.find(text);
    return found.error && CODES.test(text.trim()) ? { id: text.trim() } : found;
  }
}
