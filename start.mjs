/**
 * `npm start`: installs and builds what is missing or stale, then runs the program in this very process, so that
 * signals reach it. With a word after it, an operator's command: see `npm run cli help`.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install, nodeIsTooOld } from './install.mjs';

const root = dirname(fileURLToPath(import.meta.url));
process.chdir(root);

if (nodeIsTooOld()) {
  console.error(`Serve Node 20.19 o successivo; questo è il ${process.versions.node}.`);
  process.exit(1);
}

install({ say: () => console.log('Installo i pacchetti (una volta sola, un minuto circa)…') });
const { build } = await import('./build.mjs');
const titles = { server: 'Preparo il programma…', web: 'Preparo le pagine…' };
await build({ say: (part) => console.log(titles[part]) });

const program = process.argv.length > 2 ? 'cli.js' : 'main.js';
await import(pathToFileURL(join(root, 'dist/src', program)).href);
