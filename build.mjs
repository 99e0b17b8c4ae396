/**
 * Builds what is stale: the server into dist/src and dist/migrations, the pages into dist/web. Content hashes decide, so
 * that a fresh clone, a branch change and a touched file all behave. Types are not checked here but by `npm test`.
 */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as zlib from 'node:zlib';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const stampOf = (name) => join(dist, `.${name}`);
const PRIVATE = /\.spec\.ts$/;
const OPTIONAL = [/^@nestjs\/(microservices|websockets|platform-express)/];

const parts = [
  {
    name: 'server',
    sources: ['src', 'migrations', 'build.mjs', 'package-lock.json'],
    make: server,
  },
  // The pages take the words of states and roles from the server's lists.
  {
    name: 'web',
    sources: ['web', ...wordsIn('src'), 'build.mjs', 'package-lock.json'],
    make: web,
  },
];

/** Names of the parts that are not what their sources say. */
export function stale() {
  return parts.filter(({ name, sources }) => readText(stampOf(name)) !== hashOf(sources));
}

/** Makes the stale parts one after the other; answers their names. */
export async function build({ force = false } = {}) {
  const wanted = force ? parts : stale();
  for (const { name, sources, make } of wanted) {
    const hash = hashOf(sources);
    fs.rmSync(stampOf(name), { force: true });
    await make();
    fs.writeFileSync(stampOf(name), hash);
  }
  return wanted.map(({ name }) => name);
}

/** With the same compiler as the tests: both read each file by itself. */
async function server() {
  const { transformFile } = await import('@swc/core');
  const fresh = join(dist, `.server-${process.pid}`);
  for (const file of ['src', 'migrations'].flatMap(filesIn)) {
    const target = join(fresh, relative(root, file));
    fs.mkdirSync(dirname(target), { recursive: true });
    if (!file.endsWith('.ts')) fs.copyFileSync(file, target);
    else if (!PRIVATE.test(file))
      await compile(transformFile, file, target.replace(/\.ts$/, '.js'));
  }
  for (const folder of ['src', 'migrations']) {
    fs.rmSync(join(dist, folder), { recursive: true, force: true });
    fs.renameSync(join(fresh, folder), join(dist, folder));
  }
  fs.rmSync(fresh, { recursive: true });
  await bundle();
}

/** The processes in a few files: a start that reads 1,200 small modules, ours and the framework's, takes a second longer. */
async function bundle() {
  const { build: vite } = await import('vite');
  await vite({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: [/^@nestjs\//, /^es-toolkit/] },
    build: {
      ssr: true,
      outDir: join(dist, 'program'),
      target: 'node20',
      minify: false,
      // What the framework would take if it were there stays outside.
      rolldownOptions: {
        input: ['main', 'worker', 'cli'].map((name) => join(dist, `src/${name}.js`)),
        external: OPTIONAL,
        output: { keepNames: true },
      },
    },
  });
}

async function compile(transformFile, file, target) {
  const { code, map } = await transformFile(file, {
    configFile: false,
    swcrc: false,
    sourceMaps: true,
    sourceFileName: relative(dirname(target), file),
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
  });
  fs.writeFileSync(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
  fs.writeFileSync(`${target}.map`, map);
}

async function web() {
  const { build: vite } = await import('vite');
  // The runner writes no temporary file: the packages may belong to another user.
  const configFile = join(root, 'web/vite.config.ts');
  await vite({ configFile, configLoader: 'runner', logLevel: 'error' });
  pack(join(dist, 'web'));
}

/** Text is packed once, beside the file itself, and not with each answer. */
function pack(folder) {
  const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } };
  for (const file of filesIn(relative(root, folder))) {
    if (!/\.(js|css|svg|html)$/.test(file)) continue;
    const text = fs.readFileSync(file);
    fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(text, quality));
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(text, { level: 9 }));
  }
}

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn)) {
    if (PRIVATE.test(file)) continue;
    hash
      .update(`${relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Files below a folder of the project, in a fixed order; a file stands for itself, nothing for what is missing. */
function filesIn(name) {
  const path = join(root, name);
  const found = fs.statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return fs
    .readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function wordsIn(folder) {
  return filesIn(folder)
    .filter((path) => path.endsWith('-words.ts'))
    .map((path) => relative(root, path));
}

function readText(path) {
  return fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : null;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const made = await build({ force: process.argv.includes('--force') });
  console.log(made.length > 0 ? `Built: ${made.join(', ')}.` : 'Nothing to build.');
}
