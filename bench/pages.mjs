import { ratiosOf, typical } from './figures.mjs';

const FROM = '2023-01-01';
const TO = '2025-12-31';
const LIST = '/api/v1/activities';

/** A page of 50 of one project and period, against the bare query and against pages further down. */
export async function measurePages({ client, large, figures, size }) {
  const { repetitions, seconds } = size;
  const { port, runtimeUrl: url, ground } = large;
  const { token } = ground.reader;
  const project = ground.projects[7];
  const path = `${LIST}?projectId=${project.id}&from=${FROM}&to=${TO}`;
  const everything = await cursors(port, token, `${LIST}?limit=200`, 25);
  const deep = await cursors(port, token, `${path}&limit=200`, Infinity);
  const get = (more, from = path) =>
    client.give({ kind: 'get', port, token, path: from + more, seconds });
  const bare = () =>
    client.give({
      kind: 'query',
      url,
      statement: 'BARE_PAGE',
      values: [project.id, FROM, TO],
      seconds,
    });
  await get('');
  const rows = [];
  for (let n = 0; n < repetitions; n++) {
    rows.push({
      first: await get(''),
      bare: await bare(),
      middle: await get(`&after=${deep[Math.floor(deep.length / 2)]}`),
      last: await get(`&after=${deep.at(-2)}`),
      all: await get('', `${LIST}?limit=50`),
      allDeep: await get(`&after=${everything.at(-1)}`, `${LIST}?limit=50`),
    });
  }
  report(figures, rows, `${large.rows} rows, 1 client, ${seconds} s each`);
}

function report(figures, rows, where) {
  figures.add('page of 50 of a project and period, 1 client : bare query', {
    target: 0.5,
    better: 'higher',
    ratios: ratiosOf(
      rows,
      ({ first }) => first.rate,
      ({ bare: b }) => b.rate,
    ),
    conditions: `${typical(rows, ({ first }) => first.rate)} : ${typical(rows, ({ bare: b }) => b.rate)}; ${where}`,
  });
  const depth = (title, deepest, top, conditions) =>
    figures.add(title, {
      target: 1.2,
      better: 'lower',
      ratios: ratiosOf(rows, deepest, top),
      conditions,
    });
  depth(
    'slowest of a middle and the last page : first page, p50',
    ({ middle, last }) => Math.max(middle.p50, last.p50),
    ({ first }) => first.p50,
    `one project, all its months: ${typical(rows, ({ first }) => first.p50, ' ms')}; ${where}`,
  );
  depth(
    'page of all projects, 5,000 rows down : first page, p50',
    ({ allDeep }) => allDeep.p50,
    ({ all }) => all.p50,
    `no filter, 50 projects: ${typical(rows, ({ all }) => all.p50, ' ms')}; ${where}`,
  );
}

/** The `next` of each page, to at most `pages` of them. */
async function cursors(port, token, path, pages) {
  const found = [];
  for (let next = ''; next !== null && found.length < pages;) {
    const after = next && `&after=${next}`;
    const answer = await fetch(`http://127.0.0.1:${port}${path}${after}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    ({ next } = await answer.json());
    if (next) found.push(next);
  }
  return found;
}
