import { chmodSync, cpSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, ready, root, runProgram } from './program.mjs';

const LEFT_OUT = ['node_modules', 'dist', '.git', '.data', 'coverage', '.cache'];

/** `npm start` on a copy that has its packages but nothing built and no data, then again with everything there. */
export async function measureStarts({ figures, size }) {
  const cold = [];
  const warm = [];
  for (let n = 0; n < size.repetitions; n++) {
    const copy = copyOfProject();
    try {
      cold.push(await seconds(copy));
      warm.push(await seconds(copy));
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  const add = (name, target, ratios, conditions) =>
    figures.add(name, { target, better: 'lower', ratios, conditions });
  add('warm start to ready, seconds', 3, warm, 'node start.mjs to /status, embedded database');
  add(
    'cold start after install to ready, seconds',
    15,
    cold,
    'the same with nothing built: server, pages, initdb, migrations, demonstration',
  );
}

function copyOfProject() {
  const copy = mkdtempSync(join(tmpdir(), 'capofila-bench-start-'));
  // As root the server runs as another user, who must get as far as its folder.
  chmodSync(copy, 0o755);
  const wanted = (path) => !LEFT_OUT.some((name) => path === join(root, name));
  cpSync(root, copy, { recursive: true, filter: wanted });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'data'));
  return copy;
}

async function seconds(copy) {
  const port = await freePort();
  const env = { PORT: String(port), DATA_DIR: join(copy, 'data') };
  const start = performance.now();
  const { child, stop } = runProgram(
    ['start.mjs'],
    openSync(join(copy, 'data/start.log'), 'a'),
    env,
    copy,
  );
  await ready(port, child);
  const took = (performance.now() - start) / 1000;
  await stop();
  return took;
}
