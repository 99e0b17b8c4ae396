import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { StartRefused } from './start-refused.js';

/** The account under which PostgreSQL runs, because it refuses to run as root. */
export interface Account {
  uid: number;
  gid: number;
  name: string;
}

const LOWERED = ['postgres', 'nobody'];

/** The account that a root process lowers PostgreSQL to; null when we are not root. */
export function loweredAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of LOWERED) {
    const row = rows.find((fields) => fields[0] === name);
    if (row) return { name, uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new StartRefused(
    `PostgreSQL non può girare come root e qui non c'è nessuno degli utenti ${LOWERED.join(', ')}: crearne uno, usare un utente normale o impostare DATABASE_URL.`,
  );
}

/** The account for existing data is whoever owns them, so that data made by an ordinary user open as root too. */
export function accountFor(data: string): Account | null {
  const lowered = loweredAccount();
  const owner = lowered && statSync(data, { throwIfNoEntry: false });
  if (!owner || owner.uid === 0) return lowered;
  return { name: `n. ${owner.uid}`, uid: owner.uid, gid: owner.gid };
}

/** Whether the account may pass through the folder and every folder above it. */
export function reaches(account: Account | null, folder: string): boolean {
  if (!account) return true;
  const { uid, gid } = account;
  const test = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/' });
  return test.status === 0;
}

/**
 * Where the data live when nobody says: `.data` in the project, or, for root in a project that the lowered
 * account cannot enter, a system folder that carries the project's path so that two clones never share data.
 */
export function defaultDataDirectory(project: string): string {
  if (reaches(loweredAccount(), project)) return join(project, '.data');
  const mark = createHash('sha256').update(project).digest('hex').slice(0, 8);
  const name = join('capofila', `${basename(project)}-${mark}`);
  return join(isWritable('/var/lib') ? '/var/lib' : '/var/tmp', name);
}

/**
 * Makes the folder and lets everybody pass through it, which is not reading it: `mktemp -d` as root makes folders that
 * the lowered account could not enter. What lies inside has rights of its own.
 */
export function makePassable(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (process.getuid?.() !== 0) return;
  chmodSync(folder, (statSync(folder).mode & 0o7777) | 0o111);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
