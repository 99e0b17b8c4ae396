import { aPerson, put } from '../../factories/index.js';
import { aCourse, aRecipient, aSession, enrol } from '../../factories/courses.js';
import type { Config } from '../../../src/config.js';
import { readKeys } from '../../../src/identities/identity-key.js';
import { seal, signsOf } from '../../../src/identities/seal.js';
import { report } from './report-rows.js';
import type { Wanted } from './rows.js';
import type { Place, World } from './world.js';

/** The identity of an invented person, as the program seals it. */
function sealed({ app }: World, id: string) {
  const keys = readKeys({ dataDir: app.dataDir } as Config);
  const nobody = { birthDate: null, taxCode: null, contact: null, guardian: null };
  const identity = { surname: id, name: 'Prova', ...nobody, guardianContact: null };
  const record = seal(keys, id, identity).toString('base64');
  return { sealed: record, keyId: keys.id, ...signsOf(keys, identity) };
}

interface Class {
  course: string;
  recipient: string;
  enrolment: string;
  /** An enrolled person for the next enrolment, who is not in the course yet. */
  newcomer: string;
  session: string;
}

const classes = new WeakMap<Place, Map<string, Promise<Class>>>();

/** A course of the side's partner with one pupil, its teacher the side's person, and a session that took place. */
export function aClass(wanted: Wanted): Promise<Class> {
  const { place, side, held } = wanted;
  const known = classes.get(place) ?? new Map<string, Promise<Class>>();
  classes.set(place, known);
  const key = [side, held].join();
  const made = known.get(key) ?? make(wanted);
  known.set(key, made);
  return made;
}

async function make({ world, place, side, held }: Wanted): Promise<Class> {
  const { app, known } = world;
  const project = { id: place.id };
  const participation = place.partner[side];
  const course = await aCourse(app, project, place.workItem, {
    participation_id: participation.id,
  });
  const person = place.foreign ? await aPerson(app) : world.person[side];
  await app.db.query(
    'INSERT INTO course_teacher (project_id, course_id, person_id, internal) VALUES ($1, $2, $3, true)',
    [place.id, course.id, person.id],
  );
  const recipient = await aRecipient(app, project, { participation });
  const newcomer = await aRecipient(app, project, { participation });
  await app.db.query(`SELECT identity.write($1, $2, $3)`, [
    recipient.id,
    place.id,
    JSON.stringify(sealed(world, recipient.id)),
  ]);
  const enrolment = await enrol(app, project, course, recipient);
  const session = await aSession(app, project, {
    workItem: place.workItem,
    course,
    participation_id: participation.id,
    staff_ids: [person.id],
    report_id: held ? await report({ world, place, held }) : null,
  });
  for (const { id } of [course, recipient, enrolment, session])
    known.tell(id, { place, kind: 'work', side });
  return {
    course: course.id,
    recipient: recipient.id,
    enrolment: enrolment.id,
    newcomer: newcomer.id,
    session: session.id,
  };
}

const merges = new WeakMap<Place, Map<number, Promise<string>>>();

/** A merge of two further people of the side. */
export function merge(wanted: Wanted): Promise<string> {
  const { place, side } = wanted;
  const known = merges.get(place) ?? new Map<number, Promise<string>>();
  merges.set(place, known);
  const made = known.get(side) ?? mergeTwo(wanted);
  known.set(side, made);
  return made;
}

async function mergeTwo({ world, place, side }: Wanted): Promise<string> {
  const participation = place.partner[side];
  const kept = await aRecipient(world.app, { id: place.id }, { participation });
  const gone = await aRecipient(world.app, { id: place.id }, { participation });
  const { id } = await put(world.app, 'recipient_merge', {
    project_id: place.id,
    kept_id: kept.id,
    gone_id: gone.id,
    reason: 'Stessa persona',
  });
  await world.app.db.query('UPDATE recipient SET person_id = $1 WHERE id = $2', [kept.id, gone.id]);
  for (const one of [id, kept.id, gone.id]) world.known.tell(one, { place, kind: 'work', side });
  return id;
}

/** The code of somebody whom this place does not know yet. */
export async function aStranger({ world }: Wanted): Promise<string> {
  const { code } = await aRecipient(world.app, { id: world.foreign.id });
  return code;
}

export const course = async (wanted: Wanted): Promise<string> =>
  (await aClass({ ...wanted, held: false })).course;
export const recipient = async (wanted: Wanted): Promise<string> =>
  (await aClass({ ...wanted, held: false })).recipient;
export const erasable = async (wanted: Wanted): Promise<string> =>
  (await make({ ...wanted, held: false })).recipient;
export const enrolment = async (wanted: Wanted): Promise<string> =>
  (await aClass({ ...wanted, held: false })).enrolment;

const trainings = new WeakMap<Place, Map<number, Promise<string>>>();

/** A training of the side's partner, which the side's person attended. */
export function training({ world, place, side }: Wanted): Promise<string> {
  const known = trainings.get(place) ?? new Map<number, Promise<string>>();
  trainings.set(place, known);
  const made = known.get(side) ?? aTrainingOf({ world, place, side });
  known.set(side, made);
  return made;
}

async function aTrainingOf({ world, place, side }: Pick<Wanted, 'world' | 'place' | 'side'>) {
  const { app, known } = world;
  const person = place.foreign ? await aPerson(app) : world.person[side];
  const { id } = await put(app, 'training', {
    project_id: place.id,
    work_item_id: place.workItem.id,
    participation_id: place.partner[side].id,
    field: 'Mediazione',
    contents: 'Il ruolo del mediatore',
    from_day: '2019-11-04',
    to_day: '2019-11-04',
  });
  await put(app, 'trainee', { project_id: place.id, training_id: id, person_id: person.id });
  known.tell(id, { place, kind: 'work', side });
  return id;
}
