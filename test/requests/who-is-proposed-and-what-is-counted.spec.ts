import { anOrganisation, aPerson, put } from '../factories/index.js';
import {
  aContract,
  aContractLine,
  aMediatedProject,
  type Mediated,
} from '../factories/contracts.js';
import { aMediator, anAskedMediation } from '../factories/requests.js';
import { startApp, type TestApp } from '../support/app.js';
import { ifMatch } from '../support/client.js';

let app: TestApp;
let project: Mediated;
let path: string;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await aMediatedProject(app);
  path = `/projects/${project.id}/mediation-requests`;
});

const ask = async (values: Record<string, unknown> = {}) => {
  const asked = await app.as(project.coordinator).post(path, anAskedMediation(project, values));
  expect(asked.status).toBe(201);
  return asked.body;
};
const act = (request: { id: string; version: number }, what: string, body?: unknown) =>
  app.as(project.coordinator).post(`${path}/${request.id}/${what}`, body, ifMatch(request.version));
const assignment = (values: Record<string, unknown> = {}) => ({
  mediatorId: project.mediator.id,
  workItemId: project.workItem.id,
  day: '2019-11-25',
  startTime: '10:00',
  minutes: 60,
  ...values,
});
describe('mediators are proposed', () => {
  it('by language, who is free and has hours left first, then who usually can come', async () => {
    const cooperative = await anOrganisation(app, { kind: 'cooperative' });
    const contract = await aContract(app, project, { organisation_id: cooperative.id });
    const line = await aContractLine(app, project, { contract, language: 'ar' });
    const person = async (name: string, values: Record<string, unknown> = {}) => {
      const made = await aPerson(app, name);
      const works = { organisationId: cooperative.id };
      const told = await app
        .as(project.coordinator)
        .patch(`/persons/${made.id}`, works, ifMatch(1));
      expect(told.body).toMatchObject({ name, organisationId: cooperative.id, version: 2 });
      await aMediator(app, made, values);
      return made;
    };
    await person('Da Altra Lingua', { languages: ['sq'] });
    await person('Chi Non Può', { slots: [[2, '08:00', '18:00']] });
    await person('Chi Non Si Sa');
    await person('Chi Può', { slots: [[1, '08:00', '18:00']] });
    const busy = await person('Chi È Altrove', { slots: [[1, '08:00', '18:00']] });
    await act(await ask(), 'assign', assignment({ mediatorId: busy.id }));
    const request = await ask();
    const { body } = await app.as(project.coordinator).get(`${path}/${request.id}/proposals`);
    const ours = body.items.filter(({ name }: { name: string }) => name.includes('Chi '));
    expect(ours.map(({ name }: { name: string }) => name)).toEqual([
      'Chi Può',
      'Chi Non Si Sa',
      'Chi Non Può',
      'Chi È Altrove',
    ]);
    expect(ours[0]).toMatchObject({
      free: true,
      available: 'yes',
      lines: [{ contractLineId: line.id, residual: 600, enough: true }],
    });
    expect(body.items.some(({ name }: { name: string }) => name === 'Da Altra Lingua')).toBe(false);
  });

  it('with what is left to who asks, where less is allotted to it than was bought', async () => {
    const contract = await aContract(app, project, { person_id: project.mediator.id });
    const line = await aContractLine(app, project, { contract });
    const allotted = { project_id: project.id, contract_line_id: line.id, amount: 30 };
    await put(app, 'hour_allotment', { ...allotted, organisation_id: project.school.id });
    await aMediator(app, project.mediator);
    const request = await ask();
    const { body } = await app.as(project.coordinator).get(`${path}/${request.id}/proposals`);
    expect(
      body.items.find(({ personId }: { personId: string }) => personId === project.mediator.id)
        .lines,
    ).toMatchObject([{ residual: 30, enough: false }]);
  });

  it('from what was written down of them', async () => {
    const kept = await app.as(project.coordinator).put(`/mediators/${project.mediator.id}`, {
      languages: ['ar', 'fr', 'ar'],
      email: 'Nadia@Example.org',
      slots: [{ weekday: 3, fromTime: '09:00', toTime: '13:00' }],
    });
    expect(kept).toMatchObject({
      status: 200,
      body: { languages: ['ar', 'fr'], email: 'nadia@example.org', slots: [{ weekday: 3 }] },
    });
    const again = await app
      .as(project.manager)
      .put(`/mediators/${project.mediator.id}`, { languages: ['ar'], slots: [] });
    expect(again.body).toMatchObject({ languages: ['ar'], slots: [] });
    const refused = await app
      .as(project.staff)
      .put(`/mediators/${project.mediator.id}`, { languages: ['ar'], slots: [] });
    expect(refused.status).toBe(403);
  });
});

/** One waits in each language, one was assigned, one could not be met. */
async function fourAsked(): Promise<void> {
  await ask();
  await ask({ language: 'sq', territoryId: null });
  await act(await ask(), 'assign', assignment());
  await act(await ask({ language: 'sq' }), 'close', { state: 'unmet', closing: 'no_mediator' });
}

describe('the figures of requests', () => {
  it('tell demand by language and territory, and how long the answer took; each sums to the whole', async () => {
    await fourAsked();
    const { body } = await app
      .as(project.auditor)
      .get(`/mediation-requests/figures?projectId=${project.id}`);
    expect(body).toMatchObject({
      requests: 4,
      byLanguage: [
        { key: 'ar', requests: 2, met: 1, waiting: 1, lost: 0 },
        { key: 'sq', requests: 2, met: 0, waiting: 1, lost: 1 },
      ],
    });
    const sum = (rows: { requests: number }[]) => rows.reduce((all, row) => all + row.requests, 0);
    for (const rows of [body.byState, body.byLanguage, body.byTerritory, body.answers])
      expect(sum(rows)).toBe(4);
    expect(body.medianMinutes).toBeLessThan(2);
  });

  it('and each opens to the requests that it counts, of a period and a body', async () => {
    await fourAsked();
    const of = `projectId=${project.id}`;
    const read = async (what: string, more: string) =>
      (await app.as(project.auditor).get(`/mediation-requests${what}?${of}${more}`)).body;
    const opened = async (more: string) => (await read('', `&limit=200${more}`)).items.length;
    const today = (await read('', '')).items[0].receivedOn;
    for (const cut of [
      '',
      `&from=${today}&organisationId=${project.school.id}`,
      '&to=2001-01-01',
    ]) {
      const { byLanguage, answers, closings } = await read('/figures', cut);
      for (const { key, met, waiting, lost } of byLanguage)
        expect([
          await opened(`${cut}&language=${key}&outcome=met`),
          await opened(`${cut}&language=${key}&outcome=waiting`),
          await opened(`${cut}&language=${key}&outcome=lost`),
        ]).toEqual([met, waiting, lost]);
      for (const { span, requests } of answers)
        expect(await opened(`${cut}&span=${span}`)).toBe(requests);
      for (const { state, closing, requests } of closings)
        expect(await opened(`${cut}&state=${state}&closing=${closing}`)).toBe(requests);
    }
    expect((await read('/figures', '')).requests).toBe(4);
    expect((await read('/figures', '&to=2001-01-01')).requests).toBe(0);
  });
});
