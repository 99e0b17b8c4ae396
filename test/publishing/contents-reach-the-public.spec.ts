import { holdByAReport } from '../factories/budget.js';
import { aMember, aPerson, aProject, aWorkItem, put } from '../factories/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Body, ifMatch } from '../support/client.js';

type Row = { id: string };

const decoded = (text = ''): string =>
  text
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The entries of an RSS or Atom file. */
const entriesOf = (text: string): { id: string; title: string; link: string }[] =>
  [...text.matchAll(/<(item|entry)>(.*?)<\/\1>/gs)].map(([, , entry = '']) => ({
    id: decoded(/<(?:guid|id)[^>]*>(.*?)<\/(?:guid|id)>/s.exec(entry)?.[1]),
    title: decoded(/<title[^>]*>(.*?)<\/title>/s.exec(entry)?.[1]),
    link: decoded((/<link>(.*?)<\/link>/s.exec(entry) ?? /<link href="([^"]*)"/.exec(entry))?.[1]),
  }));

describe('contents reach the public', () => {
  let app: TestApp;
  let project: Row, action: Row, coordinator: Row, asti: Row;
  let guide: Body;

  beforeAll(async () => {
    app = await startApp({ PUBLIC_URL: 'https://capofila.example' });
    project = await aProject(app, { slug: 'interazioni', title: 'InterAzioni <in> Piemonte' });
    action = await aWorkItem(app, project, { code: 'A3', title: 'Contenuti' });
    asti = await put(app, 'territory', { kind: 'province', name: 'Asti' });
    coordinator = await aMember(app, project, 'coordinator');
    const feeds: object[] = [
      { title: 'Scuola', theme: 'scuola', sites: ['Mediato', 'Lo Sapevi Che?'] },
      { title: 'Asti', territoryId: asti.id, sites: ['Prefettura di Alessandria'] },
      { title: 'Tutto' },
    ];
    for (const feed of feeds) expect((await send('POST', '/content-feeds', feed)).status).toBe(201);
  });
  afterAll(() => app.close());

  const send = (method: 'POST' | 'PATCH' | 'PUT', path: string, body: object, version = 0) =>
    app
      .as(coordinator)
      .send(method, `/projects/${project.id}${path}`, body, version ? ifMatch(version) : {});
  const feed = (slug: string, format = 'rss', headers = {}) =>
    app.as(null).get(`/feeds/${slug}/${format}.xml`, headers);
  const titles = async (slug: string, format?: string) =>
    entriesOf((await feed(slug, format)).text).map(({ title }) => title);
  const quantity = async () =>
    (await app.as(coordinator).get(`/activities/totals?workItemId=${action.id}`)).body.quantity;

  it('never as drafts', async () => {
    const added = await send('POST', '/contents', {
      workItemId: action.id,
      title: 'Iscriversi a scuola & altro',
      url: 'https://www.piemonteimmigrazione.it/scuola',
      summary: 'Come si fa.',
      themes: ['scuola', 'famiglie'],
      languages: ['it', 'ar'],
    });
    guide = added.body;
    expect([added.status, guide.state, guide.feeds]).toEqual([201, 'draft', []]);
    for (const slug of ['scuola', 'asti', 'tutto']) expect(await titles(slug)).toEqual([]);
    expect(await quantity()).toBe(0);
  });

  it('by theme and territory, in RSS and Atom, under an id that stays, and count in their action', async () => {
    const late = await send(
      'POST',
      `/contents/${guide.id}/publish`,
      { publishedOn: '2019-12-01' },
      1,
    );
    expect(late).toMatchObject({ status: 422, body: { code: 'content.future' } });
    guide = (await send('POST', `/contents/${guide.id}/publish`, {}, 1)).body;
    expect(guide).toMatchObject({
      state: 'published',
      publishedOn: '2019-11-20',
      feeds: ['Scuola', 'Tutto'],
    });
    const entry = {
      id: `urn:uuid:${guide.id}`,
      title: 'Iscriversi a scuola & altro',
      link: 'https://www.piemonteimmigrazione.it/scuola',
    };
    expect(entriesOf((await feed('scuola')).text)).toEqual([entry]);
    expect(entriesOf((await feed('scuola', 'atom')).text)).toEqual([entry]);
    expect(await titles('asti')).toEqual([]);
    expect((await feed('scuola')).text).toContain('Lo riprendono: Mediato, Lo Sapevi Che?.');
    expect(await quantity()).toBe(1);

    guide = (
      await send('PATCH', `/contents/${guide.id}`, { title: 'Iscriversi', territoryId: asti.id }, 2)
    ).body;
    expect(entriesOf((await feed('asti')).text)).toMatchObject([
      { id: entry.id, title: 'Iscriversi' },
    ]);
  });

  it('in the feed of a province also those of its municipalities, and of no others', async () => {
    const of = { kind: 'municipality', name: 'Nizza Monferrato', province_id: asti.id };
    const nizza = await put(app, 'territory', of);
    const alba = await put(app, 'territory', { kind: 'municipality', name: 'Alba' });
    for (const territory of [nizza, alba]) {
      const values = { workItemId: action.id, title: 'Del comune', territoryId: territory.id };
      const url = 'https://www.piemonteimmigrazione.it/comune';
      const { body: added } = await send('POST', '/contents', { ...values, url });
      const path = `/contents/${added.id}`;
      const { body: out } = await send('POST', `${path}/publish`, { publishedOn: '2019-11-04' }, 1);
      expect(out).toMatchObject({
        publishedOn: '2019-11-04',
        feeds: territory === nizza ? ['Asti', 'Tutto'] : ['Tutto'],
      });
      const taken = await titles('asti');
      expect(taken.includes('Del comune')).toBe(territory === nizza);
      expect((await send('POST', `${path}/withdraw`, { reason: 'prova' }, 2)).status).toBe(200);
    }
  });

  it('again only when something changed', async () => {
    const first = await feed('scuola');
    const { etag, 'last-modified': since } = first.headers as Record<string, string>;
    expect(first.headers['cache-control']).toBe('public, max-age=300');
    const tagged = await feed('scuola', 'rss', { 'if-none-match': etag });
    expect([tagged.status, tagged.text]).toEqual([304, '']);
    expect((await feed('scuola', 'rss', { 'if-modified-since': since })).status).toBe(304);
    // The tag decides when both are sent.
    const both = { 'if-none-match': '"altro"', 'if-modified-since': since };
    expect((await feed('scuola', 'rss', both)).status).toBe(200);
    guide = (await send('PATCH', `/contents/${guide.id}`, { summary: 'Nuovo.' }, guide.version))
      .body;
    expect((await feed('scuola', 'rss', { 'if-none-match': etag })).status).toBe(200);
  });

  it('until they are withdrawn, with a reason, and do not count any more', async () => {
    const silent = await send('POST', `/contents/${guide.id}/withdraw`, {}, guide.version);
    expect(silent.status).toBe(400);
    guide = (
      await send('POST', `/contents/${guide.id}/withdraw`, { reason: 'Superato' }, guide.version)
    ).body;
    expect(guide).toMatchObject({ state: 'withdrawn', withdrawReason: 'Superato', feeds: [] });
    for (const slug of ['scuola', 'asti', 'tutto']) expect(await titles(slug)).toEqual([]);
    expect(await quantity()).toBe(0);
    // Back under the same id.
    guide = (await send('POST', `/contents/${guide.id}/publish`, {}, guide.version)).body;
    expect(entriesOf((await feed('tutto')).text)).toMatchObject([{ id: `urn:uuid:${guide.id}` }]);
    expect(await quantity()).toBe(1);
  });

  it('and count once also when a sent report holds the first time', async () => {
    const [{ id }] = await app.db.query('SELECT activity_id AS id FROM content WHERE id = $1', [
      guide.id,
    ]);
    await holdByAReport(app, project, { id }, 'activity');
    for (const step of ['withdraw', 'publish']) {
      const body = step === 'withdraw' ? { reason: 'Da rivedere' } : {};
      guide = (await send('POST', `/contents/${guide.id}/${step}`, body, guide.version)).body;
    }
    expect(guide.state).toBe('published');
    expect(await quantity()).toBe(1);
  });

  it('not in a feed that is closed or was never there, told in the same words', async () => {
    const { items } = (await app.as(coordinator).get(`/projects/${project.id}/content-feeds`)).body;
    const [asti1] = items;
    expect(asti1).toMatchObject({
      title: 'Asti',
      contents: 1,
      sites: ['Prefettura di Alessandria'],
    });
    await send('PATCH', `/content-feeds/${asti1.id}`, { open: false }, 1);
    const [closed, never] = [await feed('asti'), await feed('mai-visto')];
    expect([closed.status, never.status]).toEqual([404, 404]);
    expect(closed.body.detail).toBe(never.body.detail);
  });

  it('and the sheet of a project that wants it, as a page with JSON-LD', async () => {
    const sheet = () => app.as(null).get('/schede/interazioni');
    expect((await sheet()).status).toBe(404);
    const person = await aPerson(app, 'Martino Grande');
    const responsible = { person_id: person.id, function: 'Responsabile di progetto' };
    await put(app, 'team_member', { project_id: project.id, ...responsible });
    expect((await send('PUT', '/public-sheet', { shown: true })).body).toEqual({
      shown: true,
      address: 'https://capofila.example/schede/interazioni',
    });
    const { text, headers } = await sheet();
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('<h1>InterAzioni &lt;in&gt; Piemonte</h1>');
    for (const title of [
      'Anno',
      'Prodotti',
      'Responsabile di progetto',
      'Gruppo di lavoro',
      'Stato',
    ])
      expect(text).toContain(`<h2>${title}</h2>`);
    const data = JSON.parse(/ld\+json">(.*)<\/script>/.exec(text)![1]!);
    expect(data).toMatchObject({
      '@type': 'Project',
      name: 'InterAzioni <in> Piemonte',
      member: [{ '@type': 'Person', name: 'Martino Grande' }],
    });
    expect(/ld\+json">(.*)<\/script>/.exec(text)![1]).not.toContain('<');
    await send('PUT', '/public-sheet', { shown: false });
    expect((await sheet()).status).toBe(404);
  });
});
