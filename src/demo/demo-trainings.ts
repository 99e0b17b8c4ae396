import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

const SLUG = 'interazioni-in-piemonte-2';

// Invented; each takes some of the invented operators, so that several were trained more than once.
const TRAININGS = [
  {
    field: 'Mediazione interculturale',
    contents: 'Il ruolo del mediatore a scuola: colloqui con le famiglie, consenso, riservatezza.',
    days: ['2019-09-24', '2019-09-25'],
    minutes: 480,
    people: [0, 9],
  },
  {
    field: 'Insegnamento dell’italiano L2',
    contents: 'Prove d’ingresso e livelli del quadro europeo; materiali per chi non ha scolarità.',
    days: ['2019-10-16', '2019-10-16'],
    minutes: 240,
    people: [6, 8],
  },
  {
    field: 'Mediazione interculturale',
    contents: 'Lavorare con interpreti a distanza nei servizi sanitari.',
    days: ['2019-11-12', '2019-11-12'],
    minutes: 180,
    people: [3, 6],
  },
] as const;

/** Operators who were trained, of the invented people who do the invented work. */
export async function loadTrainings(db: EntityManager, ids: DemoIds): Promise<void> {
  const project_id = ids.of('project', SLUG);
  const work_item_id = ids.of('workItem', `${SLUG}/A2`);
  const operators: { id: string }[] = await db.query(
    `SELECT id FROM person WHERE demonstration AND organisation_id IS NOT NULL ORDER BY name, id LIMIT 14`,
  );
  for (const { field, contents, days, minutes, people } of TRAININGS) {
    const [from_day, to_day] = days;
    const common = { project_id, demonstration: true, version: 1 };
    const about = { work_item_id, field, contents, from_day, to_day, minutes, state: 'held' };
    const [training_id] = await insertRows(db, 'training', [{ ...common, ...about }]);
    const some = operators.slice(people[0], people[0] + people[1]);
    const rows = some.map(({ id: person_id }) => ({ ...common, training_id, person_id }));
    await insertRows(db, 'trainee', rows);
  }
}
