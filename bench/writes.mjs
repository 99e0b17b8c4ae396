import { ratiosOf, typical } from './figures.mjs';
import { WRITERS } from './seed.mjs';

const ALL = { clients: WRITERS };

/** Logging an activity against bare SQL, in turns. */
export async function measureWrites({ client, small, large, figures, size }) {
  const { repetitions, seconds } = size;
  const log = (database, options) =>
    client.write(database, 'product', { ...ALL, seconds, port: database.port, ...options });
  const bare = (kind, options) => client.write(small, kind, { ...ALL, seconds, ...options });
  await warm(log, bare, { small, large, seconds: size.warmUp });
  const rows = [];
  for (let n = 0; n < repetitions; n++) {
    rows.push({
      product: await log(small),
      statement: await bare('bareStatement'),
      insert: await bare('bareInsert'),
      hot: await log(small, { hot: true }),
      large: await log(large),
      one: await log(small, { clients: 1 }),
      insertOne: await bare('bareInsert', { clients: 1 }),
    });
  }
  report(figures, rows, `${small.rows} and ${large.rows} rows, ${seconds} s each`);
}

/** Until the compiler of each process has seen its way often enough. */
async function warm(log, bare, { small, large, seconds }) {
  for (const database of [small, large]) await log(database, { seconds });
  for (const kind of ['bareStatement', 'bareInsert']) await bare(kind, { seconds: seconds / 2 });
}

function report(figures, rows, sizes) {
  const rate = (name) => (row) => row[name].rate;
  const add = (title, [over, under], target) =>
    figures.add(title, {
      target,
      better: 'higher',
      ratios: ratiosOf(rows, rate(over), rate(under)),
      conditions: `${over} ${typical(rows, rate(over))} : ${under} ${typical(rows, rate(under))}; ${sizes}`,
    });
  add('log, 8 clients : one bare statement with the same effects', ['product', 'statement'], 0.5);
  add('log, 8 clients : bare INSERT', ['product', 'insert'], 0.15);
  add('log, 1 client : bare INSERT', ['one', 'insertOne'], 0.15);
  add('log, 8 clients on one project, kind and month : spread', ['hot', 'product'], 0.8);
  add('log, 1,000,000 rows : 10,000 rows', ['large', 'product'], 0.9);
  figures.add('log, 8 clients, p99 : p50', {
    target: 5,
    better: 'lower',
    ratios: rows.map(({ product }) => product.p99 / product.p50),
    conditions: `p50 ${typical(rows, ({ product }) => product.p50, ' ms')}, p99 ${typical(rows, ({ product }) => product.p99, ' ms')}`,
  });
}
