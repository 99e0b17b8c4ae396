import { aMember, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Body, ifMatch } from '../support/client.js';

type Row = { id: string };

describe('one feed takes the contents of several projects', () => {
  let app: TestApp;
  let project: Row, near: Row, foreign: Row, coordinator: Row, neighbour: Row;
  let common: Body;

  const send = (path: string, body: object) =>
    app.as(coordinator).post(`/projects/${project.id}${path}`, body);
  const titles = async (slug: string, format = 'rss') => {
    const { text } = await app.as(null).get(`/feeds/${slug}/${format}.xml`);
    return [...text.matchAll(/<(item|entry)>.*?<title[^>]*>(.*?)<\/title>/gs)]
      .map(([, , title = '']) => title.replace(/<!\[CDATA\[(.*)\]\]>/, '$1'))
      .sort();
  };
  const published = async (of: Row, title: string) => {
    const { id } = await aWorkItem(app, of);
    const url = 'https://www.example.org/altro';
    const values = { state: 'published', published_on: '2019-11-10', published_at: new Date() };
    await put(app, 'content', { project_id: of.id, work_item_id: id, title, url, ...values });
  };
  const join = (projectIds: string[], who = coordinator) =>
    app
      .as(who)
      .patch(
        `/projects/${project.id}/content-feeds/${common.id}`,
        { projectIds },
        ifMatch(common.version),
      );
  const membership = async (of: Row, role: string) =>
    put(app, 'member', { user_id: coordinator.id, project_id: of.id, role });

  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    coordinator = await aMember(app, project, 'coordinator');
    near = await aProject(app, { title: 'Mediato', acronym: 'MED' });
    foreign = await aProject(app, { title: 'Altrove' });
    neighbour = await aMember(app, near, 'coordinator');
    await membership(near, 'manager');
    await published(project, 'Nostro');
    await published(near, 'Vicino');
    await published(foreign, 'Lontano');
    await send('/content-feeds', { title: 'Tutto' });
  });
  afterAll(() => app.close());

  it('as long as its maker may publish in each of them', async () => {
    const made = await send('/content-feeds', { title: 'Comune', projectIds: [near.id] });
    expect(made.status).toBe(201);
    common = made.body;
    expect(common).toMatchObject({
      contents: 2,
      projects: [{ id: project.id }, { id: near.id, name: 'MED' }],
      otherProjects: 0,
    });
    for (const format of ['rss', 'atom'])
      expect(await titles('comune', format)).toEqual(['Nostro', 'Vicino']);
    expect(await titles('tutto')).toEqual(['Nostro']);
    const { body } = await app.as(neighbour).get(`/projects/${near.id}/contents`);
    expect(body.items).toMatchObject([{ title: 'Vicino', feeds: ['Comune'] }]);

    expect((await join([near.id, foreign.id])).status).toBe(404);
    await membership(foreign, 'auditor');
    expect(await join([near.id, foreign.id])).toMatchObject({
      status: 403,
      body: { code: 'feed.project' },
    });
    const refused = { title: 'Di nascosto', projectIds: [foreign.id] };
    expect((await send('/content-feeds', refused)).status).toBe(403);
    expect(await titles('comune')).not.toContain('Lontano');
  });

  it('and goes on when its maker may no longer: what it takes is public, and is withdrawn there', async () => {
    await app.db.query('DELETE FROM member WHERE user_id = $1 AND project_id = $2', [
      coordinator.id,
      near.id,
    ]);
    expect(await titles('comune')).toContain('Vicino');
    // Not told of what one does not reach, and not able to undo it.
    const { body: kept } = await join([]);
    expect(kept).toMatchObject({ projects: [{ id: project.id }], otherProjects: 1 });
    common = kept;
    expect(await titles('comune')).toContain('Vicino');

    await membership(near, 'coordinator');
    common = (await join([])).body;
    expect(common).toMatchObject({ projects: [{ id: project.id }], otherProjects: 0 });
    expect(await titles('comune')).toEqual(['Nostro']);
  });
});
