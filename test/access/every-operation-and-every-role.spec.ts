import { openApiDocument } from '../../src/openapi-document.js';
import { startApp, type TestApp } from '../support/app.js';
import { rows } from './matrix/all.data.js';
import { runMatrix } from './matrix/runner.js';
import { aWorld } from './matrix/world.js';

describe('every operation, for every role and for nobody', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('has its expectations written down, once', () => {
    const written = rows.map(({ operation }) => operation);
    expect(written.filter((name, i) => written.indexOf(name) !== i)).toEqual([]);
    expect(written.sort()).toEqual(operationsOf(app).sort());
  });

  it('answers as they say, tells nobody of what is not his, and writes nothing when it refuses', async () => {
    const { cells, differences } = await runMatrix(await aWorld(app), rows);
    expect(differences).toEqual([]);
    expect(cells).toBeGreaterThan(rows.length * 9);
  }, 300_000);
});

/** "GET /projects/{projectId}" and so on, as the program publishes them. */
function operationsOf(app: TestApp): string[] {
  const { paths } = openApiDocument(app.nest) as { paths: Record<string, object> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
}
