import type { EntityManager } from 'typeorm';
import { RuleBroken } from '../kernel/errors.js';
import { Person } from '../people/person.entity.js';
import type { NamedOperator } from './training.dto.js';
import { findByName, type NamedInRegistry } from './trainings.queries.js';

/** The people of a pasted list, as ids: who is in the registry by that name, and who is not yet is added to it. Throws 422 naming each line that means nobody in particular. */
export async function namedOperators(
  db: EntityManager,
  names: readonly NamedOperator[],
): Promise<string[]> {
  const once = differentLines(names);
  const found = await findByName(db, once);
  const wrong = once.flatMap((line, at) => {
    const message = complaintOf(line, found[at]);
    return message
      ? [{ path: `names[${names.indexOf(line)}]`, message: `${line.name}: ${message}` }]
      : [];
  });
  if (wrong[0]) throw new RuleBroken('training.names', wrong[0].message, wrong);
  return Promise.all(once.map((line, at) => known(db, line, found[at])));
}

const keyOf = ({ name, organisation }: NamedOperator): string =>
  `${name}\n${organisation ?? ''}`.toLowerCase();

const differentLines = (names: readonly NamedOperator[]): NamedOperator[] =>
  names.filter((line, at) => names.findIndex((other) => keyOf(other) === keyOf(line)) === at);

function complaintOf(
  { organisation }: NamedOperator,
  found: NamedInRegistry | undefined,
): string | null {
  if (organisation && !found?.organisationId)
    return `non c’è un ente «${organisation}». Scrivi il nome che ha tra gli enti.`;
  return (found?.people.length ?? 0) > 1
    ? 'più persone hanno questo nome. Scrivi anche l’ente, o scegli la persona dall’elenco.'
    : null;
}

/** Of the registry, or added to it. */
async function known(
  db: EntityManager,
  { name }: NamedOperator,
  found: NamedInRegistry | undefined,
): Promise<string> {
  if (found?.people[0]) return found.people[0];
  const organisationId = found?.organisationId ?? null;
  return (await db.save(db.create(Person, { name, organisationId }))).id;
}
