/**
 * `npm test`: everything that must hold, in the order in which a mistake is cheapest to see. `--prove` runs the
 * properties at full size. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from '../install.mjs';
import { apart, together } from './together.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const require = createRequire(import.meta.url);
const isTrue = (value) => value === 'true' || value === '1';
const total = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

const steps = [
  ['Format', ['node_modules/oxfmt/bin/oxfmt', '--check']],
  ['Lint and types', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--type-check']],
  ['Build', ['build.mjs']],
  ['OpenAPI document and its types are up to date', ['dist/src/openapi.js', '--check']],
];

install({ say: () => heading('Packages') });
await lookForTools();
for (const [name, args] of steps) {
  heading(name);
  count(name, node(args) === 0);
}
runJest();
report();

async function lookForTools() {
  heading('Tools');
  const missing = await require('./support/find-tools.cjs').findTools();
  if (missing.length === 0) return count('Tools', true);
  console.log(`Missing: ${missing.join(', ')}. The tests that need them are skipped.`);
  if (isTrue(process.env.CI)) count('Tools', false);
  else total.skipped += missing.length;
}

function runJest() {
  heading('Tests');
  const output = join(tmpdir(), `capofila-jest-${process.pid}.json`);
  const status = node([
    'node_modules/jest/bin/jest.js',
    '--maxWorkers=2',
    '--json',
    `--outputFile=${output}`,
    ...together(),
  ]);
  apart();
  if (!fs.existsSync(output)) return count('Tests', false);
  const result = JSON.parse(fs.readFileSync(output, 'utf8'));
  fs.rmSync(output);
  nameThoseToldTwice(result.testResults.flatMap(({ assertionResults }) => assertionResults));
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests + result.numTodoTests;
  if (skipped > 0 && isTrue(process.env.CI)) count(`${skipped} skipped tests`, false);
  else total.skipped += skipped;
  if (status !== 0 || !result.success) broken.push('Tests');
}

/** A story that passed only when it was told again counts as passed, and is worth a look: its errors stand above. */
function nameThoseToldTwice(stories) {
  for (const { status, retryReasons, fullName } of stories)
    if (status === 'passed' && retryReasons?.length > 0) console.log(`Told twice: ${fullName}`);
}

function node(args) {
  const env = { ...process.env };
  if (process.argv.includes('--prove')) env.PROVE = '1';
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status;
}

function heading(name) {
  console.log(`\n== ${name}`);
}

function count(name, passed) {
  total[passed ? 'passed' : 'failed'] += 1;
  if (!passed) broken.push(name);
}

function report() {
  // A run that broke without a failed test of its own must not look green.
  if (broken.length > 0 && total.failed === 0) total.failed = 1;
  heading('Result');
  if (broken.length > 0) console.log(`Not in order: ${broken.join('; ')}.`);
  const { passed, failed, skipped } = total;
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
}
