/** Installs the packages when those in node_modules are not the ones that the lock file asks for. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.capofila');

/** The oldest Node that can load the framework's ES modules. */
export function nodeIsTooOld(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  return major < 20 || (major === 20 && minor < 19);
}

/** Answers whether it had to install. Ends the program with npm's own exit code when npm fails. */
export function install({ say = () => {} } = {}) {
  const wanted = wantedStamp();
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return false;
  if (!isInstalled()) {
    say();
    runNpm();
  }
  fs.writeFileSync(stamp, wanted);
  return true;
}

function wantedStamp() {
  const lock = fs.readFileSync(join(root, 'package-lock.json'));
  const machine = `${process.platform}-${process.arch}-${process.versions.modules}`;
  return `${createHash('sha256').update(lock).digest('hex')} ${machine}\n`;
}

/** Whether somebody has already installed exactly this lock file by hand. */
function isInstalled() {
  const found = readLock(join(modules, '.package-lock.json'));
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!found) return false;
  return Object.entries(wanted.packages).every(
    ([path, entry]) =>
      path === '' || entry.optional || found.packages[path]?.version === entry.version,
  );
}

function readLock(path) {
  return fs.existsSync(path) ? JSON.parse(fs.readFileSync(path, 'utf8')) : null;
}

function runNpm() {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(command, [...first, ...options], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
