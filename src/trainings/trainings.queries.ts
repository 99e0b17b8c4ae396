import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { binder, scopeSql } from '../access/scope.js';
import { NotFound } from '../kernel/errors.js';
import { copyOf, italianDay, safe, worded } from '../platform/csv-export.js';
import type { TrainingFilter, TrainingView } from './training.dto.js';

/** By which columns a training belongs to a project, to a partner, and to who attended or wrote it down. */
const TRAINING_SCOPE = {
  project: 'training.project_id',
  participation: 'training.participation_id',
  own: (userId: string, personId: string) =>
    `(training.created_by = ${userId}::uuid
      OR training.id IN (SELECT t.training_id FROM trainee t WHERE t.person_id = ${personId}::uuid))`,
};

interface Where extends TrainingFilter {
  projectId: string;
  id?: string;
}

function trainingsWhere(
  caller: Caller,
  { projectId, id, from, to, workItemId, participationId }: Where,
  permission: Permission,
  params: unknown[],
): string {
  const bind = binder(params);
  const parts = [
    `training.project_id = ${bind(projectId)}`,
    scopeSql(caller, permission, TRAINING_SCOPE, bind),
  ];
  if (id) parts.push(`training.id = ${bind(id)}`);
  if (from) parts.push(`training.to_day >= ${bind(from)}`);
  if (to) parts.push(`training.to_day <= ${bind(to)}`);
  if (workItemId?.length) parts.push(`training.work_item_id = ANY(${bind(workItemId)}::uuid[])`);
  if (participationId?.length)
    parts.push(`training.participation_id = ANY(${bind(participationId)}::uuid[])`);
  return parts.join(' AND ');
}

const TRAININGS = `
  FROM training JOIN work_item w ON w.id = training.work_item_id
  LEFT JOIN participation r ON r.id = training.participation_id LEFT JOIN organisation o ON o.id = r.organisation_id`;

const VIEW = `
  SELECT training.id, training.project_id AS "projectId", training.work_item_id AS "workItemId", w.code AS "workItemCode",
    training.participation_id AS "participationId", o.name AS "partnerName", training.activity_id AS "activityId",
    training.field, training.contents, training.from_day AS "fromDay", training.to_day AS "toDay", training.minutes, training.state,
    coalesce((SELECT json_agg(json_build_object('personId', p.id, 'name', p.name, 'organisationName', b.name) ORDER BY p.name, p.id)
      FROM trainee t JOIN person p ON p.id = t.person_id LEFT JOIN organisation b ON b.id = p.organisation_id
      WHERE t.training_id = training.id), '[]') AS operators,
    training.demonstration, training.version ${TRAININGS}`;

/** Trainings of a project that the caller reaches, the latest first. */
export function readTrainings(
  db: EntityManager,
  caller: Caller,
  where: Where,
  permission: Permission = 'training.view',
): Promise<TrainingView[]> {
  const params: unknown[] = [];
  const sql = trainingsWhere(caller, where, permission, params);
  return db.query(`${VIEW} WHERE ${sql} ORDER BY training.to_day DESC, training.id DESC`, params);
}

/** The training, as far as the caller reaches it with this permission; 404 otherwise. */
export async function findTraining(
  db: EntityManager,
  caller: Caller,
  where: Where & { id: string },
  permission: Permission = 'training.view',
): Promise<TrainingView> {
  const [training] = await readTrainings(db, caller, where, permission);
  if (!training) throw new NotFound();
  return training;
}

const STATES = { held: 'svolta', cancelled: 'annullata' };

const CSV = `
  SELECT ${safe('p.name')} AS "Operatore", ${safe('b.name')} AS "Ente dell’operatore", ${safe('training.field')} AS "Ambito di formazione",
    ${safe('training.contents')} AS "Contenuti della formazione", ${italianDay('training.from_day')} AS "Dal", ${italianDay('training.to_day')} AS "Al",
    training.minutes AS "Minuti", ${safe('w.code')} AS "Azione", ${safe('w.title')} AS "Titolo azione", ${safe('o.name')} AS "Svolta da",
    ${worded('training.state', STATES)} AS "Stato", CASE WHEN training.demonstration THEN 'sì' ELSE 'no' END AS "Dimostrazione",
    training.id AS "Codice" ${TRAININGS}
  JOIN trainee t ON t.training_id = training.id JOIN person p ON p.id = t.person_id LEFT JOIN organisation b ON b.id = p.organisation_id`;

/** The COPY statement of one line for each operator of each training, as the funder's sheet of operators asks. */
export function exportSql(caller: Caller, where: Where): string {
  const params: unknown[] = [];
  const sql = trainingsWhere(caller, where, 'training.view', params);
  const order = 'ORDER BY p.name, p.id, training.to_day, training.id';
  return copyOf(`${CSV} WHERE ${sql} ${order}`, params);
}

export interface NamedInRegistry {
  /** People of the registry with that name, of that body when one is told. */
  people: string[];
  /** Null when no body has the name that was told. */
  organisationId: string | null;
}

/** Who in the registry has these names, without accents and case; in the order of the names. */
export function findByName(
  db: EntityManager,
  names: readonly { name: string; organisation?: string | null }[],
): Promise<NamedInRegistry[]> {
  return db.query(
    `SELECT o.id AS "organisationId", ARRAY(SELECT p.id FROM person p WHERE search_text(p.name) = search_text(i.name)
       AND (i.organisation IS NULL OR p.organisation_id = o.id) ORDER BY p.id) AS people
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS i(name, organisation, at)
     LEFT JOIN LATERAL (SELECT id FROM organisation WHERE search_text(name) = search_text(i.organisation) ORDER BY id LIMIT 1) o ON true
     ORDER BY i.at`,
    [names.map(({ name }) => name), names.map(({ organisation }) => organisation ?? null)],
  );
}
