import { aMember, aPerson, put } from '../factories/index.js';
import { aRecipient, attend } from '../factories/courses.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Body } from '../support/client.js';
import { meanwhile, whenWaiting } from '../support/meanwhile.js';
import {
  aDraft,
  anIndicator,
  anActivity,
  aQuarter,
  aSentReport,
  path,
  Q3,
  rowsOf,
  send,
  type Quarter,
} from './a-quarter.js';

let app: TestApp;
let quarter: Quarter;
beforeAll(async () => {
  app = await startApp();
  quarter = await aQuarter(app);
});
afterAll(() => app.close());

describe('the people of a sent report', () => {
  it('stay as many as they were when codes are merged afterwards; beside them stands what they are today', async () => {
    const { project } = quarter;
    const [early, june] = [
      await anActivity(app, quarter, { day: '2019-03-01', minutes: 120 }),
      await anActivity(app, quarter, { day: '2019-06-03', minutes: 120 }),
    ];
    const [ada, bea, ugo] = [
      await aRecipient(app, project),
      await aRecipient(app, project),
      await aRecipient(app, project, { citizenship: 'RO' }),
    ];
    for (const one of [ada, ugo]) await attend(app, project, june, one);
    for (const one of [ada, bea]) await attend(app, project, early, one, 60);
    await attend(app, project, june, bea, 30);
    const training = await put(app, 'training', {
      project_id: project.id,
      work_item_id: quarter.part.id,
      field: 'Mediazione',
      contents: 'Il colloquio',
      from_day: '2019-05-02',
      to_day: '2019-05-02',
    });
    const trained = { project_id: project.id, training_id: training.id };
    await put(app, 'trainee', { ...trained, person_id: (await aPerson(app)).id });

    const indicator = (measure: string, kind: string) =>
      anIndicator(app, project, {
        code: `P-${measure}`,
        label: 'Persone dei seminari',
        unit: 'persone',
        measure,
        kinds: [kind],
        target: 4,
      });
    const everybody = await indicator('people', 'seminar');
    const recipients = await indicator('recipients', 'seminar');
    const sent = await aSentReport(app, quarter);
    const counted = (of: string, all: string, some: string) => ({
      [`people.${of}.${everybody.id}`]: all,
      [`people.${of}.${recipients.id}`]: some,
    });
    const figures = async () => {
      const { body } = await app.as(project.coordinator).get(`${path(quarter, sent)}/figures`);
      const people = body.figures.filter(({ key }: Body) => key.startsWith('people.'));
      return {
        all: Object.fromEntries(people.map((f: Body) => [f.key, f.value])),
        now: body.today,
      };
    };
    const frozen = await figures();
    expect(frozen).toEqual({
      now: [],
      all: {
        'people.period.people': '3',
        'people.period.recipients': '2',
        'people.period.to_verify': '0',
        'people.period.not_target': '1',
        'people.period.presences': '3',
        'people.period.minutes': '270',
        'people.period.operators': '1',
        'people.total.people': '3',
        'people.total.recipients': '2',
        'people.total.to_verify': '0',
        'people.total.not_target': '1',
        'people.total.presences': '5',
        'people.total.minutes': '390',
        'people.total.operators': '1',
        ...counted('period', '3', '2'),
        ...counted('total', '3', '2'),
      },
    });
    const lines = (await sheet(sent)).filter(({ cells: [, label] }) =>
      label?.text.startsWith('Persone'),
    );
    // Target, in the period, of periods sent before, since the beginning, progress: never a sum.
    expect(lines.map(({ cells }) => cells.slice(3).map(({ text }) => text))).toEqual([
      ['4', '3', '—', '3', '75 %'],
      ['4', '2', '—', '2', '50 %'],
    ]);
    const opened = await rowsOf(app, quarter, sent, `people.total.${recipients.id}`);
    expect(new Set(opened.map(({ id }) => id))).toEqual(new Set([ada.id, bea.id]));
    expect(await rowsOf(app, quarter, sent, 'people.total.minutes')).toHaveLength(3);

    const coordinator = await aMember(app, project, 'coordinator');
    const merges = `/projects/${project.id}/merges`;
    const merged = await app
      .as(coordinator)
      .post(merges, { keptId: ada.id, goneId: bea.id, reason: 'Stessa persona' });
    const after = await figures();
    expect(after.all).toEqual(frozen.all);
    expect(after.now).toEqual([
      { key: 'people.period.people', text: '2' },
      { key: 'people.total.people', text: '2' },
      { key: 'people.period.recipients', text: '1' },
      { key: 'people.total.recipients', text: '1' },
      { key: 'people.period.presences', text: '2' },
      { key: 'people.total.presences', text: '3' },
      { key: 'people.period.minutes', text: '4:00' },
      { key: 'people.total.minutes', text: '5:00' },
      { key: `people.period.${everybody.id}`, text: '2' },
      { key: `people.total.${everybody.id}`, text: '2' },
      { key: `people.period.${recipients.id}`, text: '1' },
      { key: `people.total.${recipients.id}`, text: '1' },
    ]);
    expect(await rowsOf(app, quarter, sent, 'people.total.people')).toHaveLength(3);
    expect((await aDraftOfToday()).today).toEqual([]);

    await app.as(coordinator).post(`${merges}/${merged.body.id}/undo`, { reason: 'Sono due' });
    expect(await figures()).toEqual(frozen);
  });

  it('hold who is marked while the sheet is being sent, and say each status of one person', async () => {
    const other = await aQuarter(app);
    const { project } = other;
    const early = await anActivity(app, other, { day: '2013-06-03', minutes: 120 });
    const june = await anActivity(app, other, { day: '2019-06-03', minutes: 120 });
    // A citizen of Croatia, which joined the Union on 1 July 2013.
    const ivo = await aRecipient(app, project, { citizenship: 'HR' });
    await attend(app, project, early, ivo);
    const coordinator = await aMember(app, project, 'coordinator');
    const draft = await aDraft(app, other);
    const mark = () =>
      app.as(coordinator).post(`/projects/${project.id}/attendance`, {
        marks: [{ activityId: june.id, recipientId: ivo.id, presence: 'present' }],
      });
    const heldUp = 'SELECT FROM recipient WHERE id = $1 FOR UPDATE';
    const [marked, sent] = await meanwhile(
      app.db,
      [heldUp, ivo.id],
      () => Promise.all([mark(), whenWaiting(app.db, 1).then(() => send(app, other, draft))]),
      2,
    );
    expect([marked.status, sent.status]).toEqual([200, 200]);
    const rows = await rowsOf(app, other, draft, 'people.period.people');
    expect(rows).toMatchObject([{ detail: 'non target nel periodo, destinatario dall’avvio' }]);
  });

  type Line = { cells: { text: string }[] };
  const sheet = async (report: { id: string }): Promise<Line[]> => {
    const at = `${path(quarter, report)}/figures`;
    const { sections } = (await app.as(quarter.project.coordinator).get(at)).body.sheet;
    const physical = sections.find(({ key }: Body) => key === 'physical');
    return physical.tables.find(({ title }: Body) => title === 'Indicatori').rows;
  };

  /** A draft says what is so now: nothing stands beside it. */
  const aDraftOfToday = async (): Promise<Body> => {
    const draft = await aDraft(app, quarter, Q3);
    return (await app.as(quarter.project.coordinator).get(`${path(quarter, draft)}/figures`)).body;
  };
});
