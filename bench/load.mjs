/** The client of the run, a process of its own: answers each task from its parent with rate, latencies and what it used. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { nthActivity } from './activities.mjs';
import { Connection, requestText } from './connection.mjs';
import { BARE_INSERT, BARE_STATEMENT, bareValues, QUERIES } from './statements.mjs';

const run = Math.random().toString(36).slice(2, 10);

const clients = {
  /** The program's own route. */
  product({ port, ground, hot }, index) {
    const connection = new Connection(port);
    const { token } = ground.writers[index];
    return {
      async step(n) {
        const { projectId, minutes: _, ...body } = nthActivity(ground, n, index, hot);
        const path = `/api/v1/projects/${projectId}/activities`;
        const text = requestText({ method: 'POST', path, token, key: `${run}-${n}`, body });
        const { status, body: answer } = await connection.send(text);
        if (status !== 201) throw new Error(`${status} ${answer}`);
      },
      close: () => connection.close(),
    };
  },
  bareInsert: (task, index) =>
    database(task, (db, n) => {
      const activity = nthActivity(task.ground, n, index, task.hot);
      return db.query({
        ...BARE_INSERT,
        values: bareValues(task.ground.writers[index].id, activity),
      });
    }),
  bareStatement: (task, index) =>
    database(task, (db, n) => {
      const activity = nthActivity(task.ground, n, index, task.hot);
      const answer = JSON.stringify(activity);
      const hash = createHash('sha256').update(answer).digest();
      const values = [...bareValues(task.ground.writers[index].id, activity), `bench-${n}`];
      return db.query({ ...BARE_STATEMENT, values: [...values, `${run}-${n}`, hash, answer] });
    }),
  /** Any GET of the program, again and again. */
  get({ port, token, path }) {
    const connection = new Connection(port);
    const text = requestText({ path, token });
    return {
      async step() {
        const { status, body } = await connection.send(text);
        if (status !== 200) throw new Error(`${status} ${body}`);
      },
      close: () => connection.close(),
    };
  },
  /** Any bare query; its values stay text, as nobody reads them. */
  query: (task) =>
    database(task, (db) =>
      db.query({
        ...QUERIES[task.statement],
        values: task.values,
        rowMode: 'array',
        types: RAW,
      }),
    ),
};

const RAW = { getTypeParser: () => (text) => text };

async function database({ url }, step) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  return { step: (n) => step(db, n), close: () => db.end() };
}

async function drive(task) {
  const opened = await Promise.all(
    Array.from({ length: task.clients ?? 1 }, (_, index) => clients[task.kind](task, index)),
  );
  let next = task.next ?? 0;
  const latencies = [];
  const start = performance.now();
  const end = start + task.seconds * 1000;
  const one = async ({ step }) => {
    for (let now = performance.now(); now < end;) {
      await step(next++);
      const after = performance.now();
      latencies.push(after - now);
      now = after;
    }
  };
  const used = process.cpuUsage();
  await Promise.all(opened.map(one));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  await Promise.all(opened.map(({ close }) => close()));
  const sorted = Float64Array.from(latencies).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return {
    count: sorted.length,
    next,
    rate: sorted.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    cpuMs: (user + system) / 1000,
  };
}

/** The whole answer of one request or one COPY, thrown away as it comes. */
async function swallow({ port, token, path, url, copy }) {
  const start = performance.now();
  let first = 0;
  let bytes = 0;
  const count = (chunk) => {
    first ||= performance.now() - start;
    bytes += chunk.length;
  };
  if (copy) {
    const db = new pg.Client({ connectionString: url });
    await db.connect();
    for await (const chunk of db.query(copyStreams.to(copy))) count(chunk);
    await db.end();
  } else {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`${answer.status}`);
    for await (const chunk of answer.body) count(chunk);
  }
  return { ms: performance.now() - start, first, bytes };
}

process.on('message', (task) => {
  const work = task.kind === 'swallow' ? swallow : drive;
  work(task).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error.stack }),
  );
});
process.on('disconnect', () => process.exit());
