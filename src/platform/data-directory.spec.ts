import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountFor, defaultDataDirectory, makePassable, reaches } from './data-directory.js';

const isRoot = process.getuid?.() === 0;

/** Who runs the tests decides what can be seen: only root lowers PostgreSQL to another account. */
describe(`the folder of the data, for ${isRoot ? 'root' : 'an ordinary user'}`, () => {
  const clone = fs.mkdtempSync(join(tmpdir(), 'capofila-clone-'));
  afterAll(() => fs.rmSync(clone, { recursive: true }));

  it('lies in the project when the database can get there', () => {
    fs.chmodSync(clone, 0o755);
    expect(defaultDataDirectory(clone)).toBe(join(clone, '.data'));
  });

  it('is a system folder of this clone alone when only root can get there', () => {
    fs.chmodSync(clone, 0o700);
    const other = fs.mkdtempSync(join(tmpdir(), 'capofila-clone-'));
    const [mine, theirs] = [clone, other].map(defaultDataDirectory);
    fs.rmSync(other, { recursive: true });
    expect(mine).not.toBe(theirs);
    if (isRoot) expect(mine).toMatch(/^\/var\/(lib|tmp)\/capofila\/capofila-clone-.+-[0-9a-f]{8}$/);
    else expect(mine).toBe(join(clone, '.data'));
  });

  it('lets the database through and shows it nothing', () => {
    const folder = join(clone, 'data');
    fs.mkdirSync(folder, { mode: 0o700 });
    fs.chmodSync(clone, 0o711);
    makePassable(folder);
    expect(reaches(accountFor(folder), folder)).toBe(true);
    expect(fs.statSync(folder).mode & 0o066).toBe(0);
  });

  it('keeps the account that its data already belong to', () => {
    const folder = join(clone, 'older');
    fs.mkdirSync(folder);
    if (isRoot) fs.chownSync(folder, 12345, 12345);
    expect(accountFor(folder)).toEqual(
      isRoot ? { name: 'n. 12345', uid: 12345, gid: 12345 } : null,
    );
  });
});
