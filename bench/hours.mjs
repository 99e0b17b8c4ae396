import { ratiosOf, typical } from './figures.mjs';

const ALL = '/api/v1/hours';

/** Hours by project, kind and month, against bare queries over the rows and over the sums, and how they grow with the log. */
export async function measureHours({ client, small, large, figures, size }) {
  const { repetitions, seconds } = size;
  const oneYear = ({ ground }) =>
    `${ALL}?projectId=${ground.projects[7].id}&from=2024-01-01&to=2024-12-31`;
  const get = ({ port, ground }, path) =>
    client.give({ kind: 'get', port, token: ground.reader.token, path, seconds });
  const bare = (statement) =>
    client.give({ kind: 'query', url: large.runtimeUrl, statement, values: [], seconds });
  for (const database of [small, large]) {
    await get(database, ALL);
    await get(database, oneYear(database));
  }
  const rows = [];
  for (let n = 0; n < repetitions; n++) {
    rows.push({
      product: await get(large, ALL),
      sums: await bare('HOURS_FROM_SUMS'),
      rows: await bare('HOURS_FROM_ROWS'),
      productSmall: await get(small, ALL),
      year: await get(large, oneYear(large)),
      yearSmall: await get(small, oneYear(small)),
    });
  }
  report(figures, rows, large.rows / small.rows);
}

function report(figures, rows, growth) {
  const p50 = (name) => (row) => row[name].p50;
  const ms = (name) => `${name} ${typical(rows, p50(name), ' ms')}`;
  const lower = (title, target, ratios, conditions) =>
    figures.add(title, { target, better: 'lower', ratios, conditions });
  const exponents = (over, under) =>
    ratiosOf(rows, p50(over), p50(under)).map((ratio) => Math.log(ratio) / Math.log(growth));
  lower(
    'hours, all projects : bare query over the rows, p50',
    0.04,
    ratiosOf(rows, p50('product'), p50('rows')),
    `${ms('product')}, ${ms('rows')}`,
  );
  lower(
    'hours, all projects : bare query over the sums, p50',
    4,
    ratiosOf(rows, p50('product'), p50('sums')),
    `${ms('product')}, ${ms('sums')}`,
  );
  lower(
    'hours, one project and year: growth exponent',
    0.1,
    exponents('year', 'yearSmall'),
    `${ms('yearSmall')}, ${ms('year')}`,
  );
  lower(
    'hours, all projects: growth exponent',
    0.25,
    exponents('product', 'productSmall'),
    `${ms('productSmall')}, ${ms('product')}`,
  );
}
