import { asking } from './cluster.mjs';
import { ratiosOf, typical } from './figures.mjs';

const PRESENCES = 1_000_000;
const QUICK = 50_000;
/** Each person is at so many sessions, with so many others. */
const EACH = 10;

const BREAKDOWNS = [
  ['workItem', 'work item', ''],
  ['gender', 'sex', ''],
  ['age', 'age band', ''],
  ['period', 'quarter', '&periodSet=fami_quarter&from=2023-01-01&to=2025-12-31'],
];

/** People by work item, sex, age band and quarter over all presences: the program's whole answer against one bare statement that gives the same. */
export async function measurePeople({ client, large, figures, size }) {
  const presences = Math.min(PRESENCES, (size.large * QUICK) / 20_000);
  const people = presences / EACH;
  await asking(large.ownerUrl, (db) => seed(db, people, Math.floor(large.rows / people)));
  const { ground, port, runtimeUrl: url } = large;
  const { seconds } = size;
  for (const [by, name, more] of BREAKDOWNS) {
    const path = `/api/v1/people/counts?by=${by}${more}`;
    const ask = { kind: 'get', port, token: ground.reader.token, path, seconds };
    const query = { kind: 'query', url, statement: `PEOPLE_BY_${by}`, values: [], seconds };
    await client.give(ask);
    const turns = [];
    for (let n = 0; n < size.repetitions; n++)
      turns.push({ product: await client.give(ask), bare: await client.give(query) });
    const product = (turn) => turn.product.p50;
    const bare = (turn) => turn.bare.p50;
    figures.add(`people by ${name} : the bare statement, p50`, {
      target: 2,
      better: 'lower',
      ratios: ratiosOf(turns, product, bare),
      conditions: `${presences} presences of ${people} people, ${typical(turns, product, ' ms')} : ${typical(turns, bare, ' ms')}`,
    });
  }
}

/** Ten people at each of ten sessions; a twentieth of the codes are second codes of somebody. */
async function seed(db, people, stride) {
  await db.query('SET session_replication_role = replica');
  await db.query(RECIPIENTS, [people]);
  await db.query(ATTENDANCE, [stride]);
  await db.query('SET session_replication_role = DEFAULT');
  await db.query('VACUUM (ANALYZE) recipient, attendance');
}

const RECIPIENTS = `
  WITH new AS MATERIALIZED (SELECT uuidv7() AS id, n, lpad(upper(to_hex(n)), 8, '0') AS hex FROM generate_series(1, $1::int) n)
  INSERT INTO recipient (id, person_id, code, birth_year, gender, citizenship)
  SELECT id, CASE WHEN n % 20 = 0 THEN lag(id) OVER (ORDER BY n) ELSE id END, left(hex, 4) || '-' || right(hex, 4),
    1945 + n % 70, (ARRAY['female', 'male', NULL])[1 + n % 3], (ARRAY['MA', 'AL', 'RO', 'XX', 'NG', 'CN'])[1 + n % 6]
  FROM new`;

const ATTENDANCE = `
  INSERT INTO attendance (project_id, activity_id, recipient_id, present, minutes)
  SELECT a.project_id, a.id, r.id, true, 60
  FROM (SELECT id, row_number() OVER (ORDER BY code) - 1 AS n FROM recipient) r
  CROSS JOIN generate_series(0, ${EACH - 1}) k
  JOIN (SELECT id, project_id, row_number() OVER (ORDER BY id) - 1 AS n FROM activity) a
    ON a.n = (r.n / ${EACH} * ${EACH} + k) * $1::bigint`;
