import * as fs from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'test/.together';
/** Files that start programs of their own, and speak of the whole process. */
const ALONE = /^test\/start\//;
const BROWSER = /^test\/browser\//;

/**
 * Jest reads the whole program anew for each file of tests, which takes longer than most stories do: here several are
 * read as one. Answers the paths that Jest shall run; `npx jest <path>` still runs a file by itself.
 */
export function together() {
  fs.rmSync(FOLDER, { recursive: true, force: true });
  fs.mkdirSync(FOLDER);
  const files = ['src', 'test'].flatMap(specs);
  const shared = files.filter((file) => !ALONE.test(file));
  write(
    'browser',
    shared.filter((file) => BROWSER.test(file)),
    6,
  );
  write(
    'stories',
    shared.filter((file) => !BROWSER.test(file)),
    8,
  );
  return [FOLDER, ...files.filter((file) => ALONE.test(file))];
}

export const apart = () => fs.rmSync(FOLDER, { recursive: true, force: true });

const specs = (folder) =>
  fs
    .readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.spec.ts'));

/** Spreads files over so many groups that each holds about as much. */
function write(name, files, count) {
  const groups = Array.from({ length: count }, () => ({ size: 0, files: [] }));
  const bySize = files
    .map((file) => ({ file, size: fs.statSync(file).size }))
    .toSorted((a, b) => b.size - a.size);
  for (const { file, size } of bySize) {
    const least = groups.reduce((a, b) => (b.size < a.size ? b : a));
    least.files.push(file);
    least.size += size;
  }
  groups.forEach((group, n) =>
    fs.writeFileSync(join(FOLDER, `${name}-${n + 1}.spec.ts`), group.files.map(read).join('')),
  );
}

/**
 * Hooks at the top of a file are those of its own stories. A machine with more to do than it can shows what a page
 * never does on a quiet one: a file that fails is told once more from its beginning, on a database of its own, and
 * `npm test` names each story of which that was so.
 */
const read = (file) =>
  `describe(${JSON.stringify(file)}, () => {
  jest.retryTimes(1, { entireDescribe: true, logErrorsBeforeRetry: true });
  require(${JSON.stringify(`../../${file}`)});
});
`;
