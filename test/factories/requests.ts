import type { TestApp } from '../support/app.js';
import { type Body, ifMatch } from '../support/client.js';
import { put } from './index.js';
import type { Mediated } from './contracts.js';

type Row = { id: string };
type Values = Record<string, unknown>;

/** What somebody says on the phone. */
export const anAskedMediation = (project: Mediated, values: Values = {}): Values => ({
  organisationId: project.school.id,
  askedBy: 'Segreteria didattica',
  askedByEmail: 'segreteria@scuola.example.org',
  reason: 'Colloquio di accoglienza con la famiglia',
  language: 'ar',
  territoryId: project.territory.id,
  wantedDay: '2019-11-25',
  wantedTime: '10:00',
  minutes: 60,
  ...values,
});

/** The person as a mediator who speaks Arabic unless told otherwise. */
export async function aMediator(
  app: TestApp,
  person: Row,
  { slots = [], ...values }: { slots?: [number, string, string][]; [column: string]: unknown } = {},
): Promise<Row> {
  const mediator = await put(app, 'mediator', {
    person_id: person.id,
    languages: ['ar'],
    email: 'mediatore@example.org',
    ...values,
  });
  for (const [weekday, from_time, to_time] of slots)
    await put(app, 'mediator_slot', { mediator_id: mediator.id, weekday, from_time, to_time });
  return mediator;
}

/** The letters that wait to be sent. */
export async function lettersOf(
  app: TestApp,
): Promise<{ to: string; subject: string; text: string }[]> {
  const rows: { payload: { to: string; subject: string; text: string } }[] = await app.db.query(
    `SELECT payload FROM outbox WHERE topic = 'mail' ORDER BY created_at, id`,
  );
  return rows.map(({ payload }) => payload);
}

/** One hour of mediation that was asked for, assigned and delivered on 20 November 2019. */
export async function aDeliveredMediation(app: TestApp, project: Mediated): Promise<Body> {
  const path = `/projects/${project.id}/mediation-requests`;
  const then = { day: '2019-11-20', startTime: '10:00', minutes: 60 };
  const as = app.as(project.coordinator);
  const asked = await as.post(path, anAskedMediation(project, { wantedDay: then.day }));
  const sent = { mediatorId: project.mediator.id, workItemId: project.workItem.id, ...then };
  const { id, version } = asked.body;
  const assigned = await as.post(`${path}/${id}/assign`, sent, ifMatch(version));
  const now = ifMatch(assigned.body.version);
  return (await as.post(`${path}/${id}/deliver`, then, now)).body;
}
