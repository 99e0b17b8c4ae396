import * as fs from 'node:fs';
import { join } from 'node:path';

/** The Clock itself; and where milliseconds are only counted, how long something takes. */
const CLOCK = 'src/kernel/dates.ts';
const MAY_COUNT_TIME = 'src/platform/';

const READS_THE_DAY = /new Date\(\s*\)|current_date\b|\bnow\(\)::date/i;
const COUNTS_TIME = /Date\.now\(\)/;

describe('today', () => {
  it('is asked of the Clock, nowhere else', () => {
    const found = ['src', 'migrations']
      .flatMap(sourcesIn)
      .filter((path) => path !== CLOCK)
      .flatMap((path) =>
        fs
          .readFileSync(path, 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            readsTheClock(path, line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
          ),
      );
    expect(found).toEqual([]);
  });
});

function readsTheClock(path: string, line: string): boolean {
  return READS_THE_DAY.test(line) || (!path.startsWith(MAY_COUNT_TIME) && COUNTS_TIME.test(line));
}

function sourcesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'),
    )
    .map((entry) => join(entry.parentPath, entry.name));
}
