import fc from 'fast-check';
import { aMember, aPartner, aProject, aWorkItem } from '../factories/index.js';
import { aRecipient, aSession, attend } from '../factories/courses.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Body } from '../support/client.js';
import { cases } from '../support/prove.js';

type Row = { id: string };
interface Presence {
  person: string;
  activity: string;
  project: string;
  item: string;
  day: string;
  minutes: number;
}

const COUNTRIES = ['MA', 'AL', 'RO', 'IT', 'XX', 'stateless'];

describe('people are counted once', () => {
  let app: TestApp;
  const projects: Row[] = [];
  const items: Row[] = [];
  let reader: Row;
  beforeAll(async () => {
    app = await startApp();
    for (let at = 0; at < 2; at++) {
      const project = await aProject(app);
      projects.push(project);
      items.push(await aWorkItem(app, project), await aWorkItem(app, project));
    }
    reader = await aMember(app, projects[0]!, 'coordinator');
    await app.db.query(
      `INSERT INTO member (user_id, project_id, role) VALUES ($1, $2, 'coordinator')`,
      [reader.id, projects[1]!.id],
    );
  });
  afterAll(() => app.close());

  const counts = async (query: string): Promise<Body> =>
    (await app.as(reader).get(`/people/counts${query}`)).body;

  it('in three services: once as a person, three times as presences, and heads apart', async () => {
    const project = await aProject(app);
    const item = await aWorkItem(app, project);
    const who = await aMember(app, project, 'manager');
    const ada = await aRecipient(app, project, { birth_year: 2005, gender: 'female' });
    const bob = await aRecipient(app, project, { birth_year: 1980, citizenship: 'XX' });
    const ion = await aRecipient(app, project, { birth_year: 1950, citizenship: 'RO' });
    const kinds = ['l2_workshop', 'family_meeting', 'seminar'];
    for (const [at, kind] of kinds.entries()) {
      const session = await aSession(app, project, {
        workItem: item,
        kind,
        day: `2019-10-0${at + 1}`,
        participants: 5,
      });
      await attend(app, project, session, ada);
      if (at === 0) await attend(app, project, session, bob, 60);
      if (at === 1) await attend(app, project, session, ion);
      if (at === 2) await attend(app, project, session, bob, 0);
    }
    const ahead = await aSession(app, project, {
      workItem: item,
      day: '2019-12-01',
      state: 'planned',
    });
    await attend(app, project, ahead, bob);
    const ask = async (query: string): Promise<Body> =>
      (await app.as(who).get(`/people/counts?projectId=${project.id}${query}`)).body;
    expect(await ask('')).toEqual({
      presences: 5,
      minutes: 4 * 120 + 60,
      people: 3,
      recipients: 1,
      toVerify: 1,
      notTarget: 1,
      heads: 10,
      coverage: 33,
      groups: [],
      overlapping: false,
    });
    const keyed = (groups: Body[]) => groups.map(({ key, people }) => [key, people]);
    expect(keyed((await ask('&by=gender')).groups)).toEqual([
      ['female', 1],
      ['unknown', 2],
    ]);
    expect(keyed((await ask('&by=age')).groups)).toEqual([
      ['18_60', 1],
      ['over_60', 1],
      ['under_18', 1],
    ]);
    const months = await ask('&by=period&periodSet=school_year&from=2019-09-01');
    expect(months.groups).toMatchObject([{ key: '2019-09-01', label: 'a.s. 2019/20', people: 3 }]);
    const rows = (await app.as(who).get(`/people/rows?projectId=${project.id}&target=recipient`))
      .body.items;
    expect(rows).toMatchObject([{ code: ada.code, age: 'under_18', presences: 3, minutes: 360 }]);
  });

  it('as a naive count does, over random histories with merges, filters and ranges', async () => {
    const random = fc.sample(fc.nat(), { ...cases, numRuns: cases.numRuns * 15 });
    let at = 0;
    const next = (below: number): number => random[at++ % random.length]! % below;
    const people: (Row & { code: string; country: string })[] = [];
    for (let n = 0; n < 30; n++) {
      const citizenship = COUNTRIES[next(COUNTRIES.length)]!;
      people.push({
        ...(await aRecipient(app, projects[0]!, { citizenship })),
        country: citizenship,
      });
    }
    const history: Presence[] = [];
    for (let n = 0; n < 40; n++) {
      const which = next(items.length);
      const project = projects[which < 2 ? 0 : 1]!;
      const day = `20${18 + next(2)}-${String(1 + next(12)).padStart(2, '0')}-15`;
      const item = items[which]!;
      const session = await aSession(app, project, { workItem: item, day });
      for (const person of people.filter(() => next(4) === 0)) {
        const minutes = 30 * (1 + next(4));
        await attend(app, project, session, person, minutes);
        history.push({
          person: person.id,
          activity: session.id,
          project: project.id,
          item: item.id,
          day,
          minutes,
        });
      }
    }
    const root = new Map(people.map(({ id }) => [id, id]));
    for (let round = 0; round < cases.numRuns / 5; round++) {
      if (round % 4 === 3) await mergeTwo(people[next(30)]!.id, people[next(30)]!.id, root);
      const from = `2018-${String(1 + next(12)).padStart(2, '0')}-01`;
      const to = `2019-${String(1 + next(12)).padStart(2, '0')}-28`;
      const project = [undefined, projects[0]!.id, projects[1]!.id][next(3)];
      const kept = history.filter(
        (one) => one.day >= from && one.day <= to && (!project || one.project === project),
      );
      const filter = `?from=${from}&to=${to}${project ? `&projectId=${project}` : `&projectId=${projects[0]!.id}&projectId=${projects[1]!.id}`}`;
      const shown = await counts(`${filter}&by=workItem`);
      expect(shown).toMatchObject(naive(kept, root));
      for (const { key, ...figures } of shown.groups as Body[])
        expect(figures).toMatchObject(
          naive(
            kept.filter((one) => one.item === key),
            root,
          ),
        );
      const sums = await counts(`${filter}&by=target`);
      const total = (name: string): number =>
        sums.groups.reduce((sum: number, group: Body) => sum + group[name], 0);
      expect([total('people'), total('presences'), total('minutes')]).toEqual([
        sums.people,
        sums.presences,
        sums.minutes,
      ]);
    }
    expect(new Set(root.values()).size).toBeLessThan(30);

    async function mergeTwo(kept: string, gone: string, roots: Map<string, string>) {
      const [target, source] = [roots.get(kept)!, roots.get(gone)!];
      for (const [id, of] of roots) if (of === source) roots.set(id, target);
      await app.db.query('UPDATE recipient SET person_id = $1 WHERE person_id = $2', [
        target,
        source,
      ]);
    }
  });

  /** The plainest way to count: one presence for each activity and person, the longest. */
  function naive(history: Presence[], root: Map<string, string>) {
    const longest = new Map<string, number>();
    for (const { activity, person, minutes } of history) {
      const key = `${activity} ${root.get(person)}`;
      longest.set(key, Math.max(longest.get(key) ?? 0, minutes));
    }
    return {
      presences: longest.size,
      minutes: [...longest.values()].reduce((sum, one) => sum + one, 0),
      people: new Set([...longest.keys()].map((key) => key.split(' ')[1])).size,
    };
  }

  it('with two codes of one person: one presence here and in the pivot, and no head too few', async () => {
    const project = await aProject(app);
    const item = await aWorkItem(app, project);
    const who = await aMember(app, project, 'manager');
    const staff = await aMember(app, project, 'staff');
    const session = await aSession(app, project, {
      workItem: item,
      day: '2017-03-06',
      participants: 3,
    });
    const [one, two] = [await aRecipient(app, project), await aRecipient(app, project)];
    for (const person of [one, two]) await attend(app, project, session, person);
    await app.db.query('UPDATE recipient SET person_id = $1 WHERE id = $2', [one.id, two.id]);
    const periods = `/people/counts?projectId=${project.id}&by=period&periodSet=school_year`;
    const { body } = await app.as(who).get(periods);
    expect(body).toMatchObject({ presences: 1, people: 1, heads: 2, coverage: 33 });
    // Without days the periods reach as far back as the whole does.
    expect(body.groups).toHaveLength(4);
    expect(body.groups[0]).toMatchObject({ label: 'a.s. 2016/17', presences: 1 });
    for (const measure of ['presences', 'people']) {
      const pivot = `/pivot?projectId=${project.id}&measure=${measure}`;
      expect((await app.as(who).get(pivot)).body.total).toBe(1);
      expect(await app.as(staff).get(pivot)).toMatchObject({
        status: 403,
        body: { code: 'pivot.people' },
      });
    }
  });

  it('for a partner only in its own work, for staff not at all', async () => {
    const project = projects[0]!;
    const [ours, theirs] = [await aPartner(app, project), await aPartner(app, project)];
    const operator = await aMember(app, project, 'partner', { participation: ours });
    const staff = await aMember(app, project, 'staff');
    const ada = await aRecipient(app, project, { participation: ours });
    const bea = await aRecipient(app, project, { participation: theirs });
    for (const [participation, person] of [
      [ours, ada],
      [theirs, bea],
    ] as const) {
      const session = await aSession(app, project, {
        workItem: items[0]!,
        participation_id: participation.id,
      });
      await attend(app, project, session, person);
    }
    const shown = (await app.as(operator).get('/people/counts?by=project')).body;
    expect(shown).toMatchObject({ people: 1, presences: 1 });
    const rows = (await app.as(operator).get(`/people/rows?participationId=${theirs.id}`)).body;
    expect(rows.items).toEqual([]);
    expect((await app.as(staff).get('/people/counts')).status).toBe(403);
  });
});
