import type { Answer } from '../../support/client.js';
import type { Log } from './log.js';
import type { Letter } from './notation.js';
import { readings, type Reading } from './readings.js';
import { indicator } from './report-rows.js';
import type { World } from './world.js';

export interface Sight {
  operation: string;
  seen: Record<'whole' | 'partner' | 'staff', string[] | null>;
}

/** Reads the table of `sights.data.ts`. */
export const sightsOf = (text: string): Sight[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('GET'))
    .map((line) => {
      const [operation = '', ...columns] = line.split('|').map((part) => part.trim());
      const [whole, partner, staff] = columns.map((c) => (c === '-' ? null : c.split(/\s+/)));
      return { operation, seen: { whole: whole!, partner: partner!, staff: staff! } };
    });

const GROUPS = {
  C: 'whole',
  A: 'whole',
  M: 'whole',
  U: 'whole',
  L: 'whole',
  P: 'partner',
  S: 'staff',
} as const;

/** Reads every list as every role, plain and with each filter, own and foreign; says where it shows other than written. */
export async function runSights(
  world: World,
  log: Log,
  sights: readonly Sight[],
): Promise<string[]> {
  const differences: string[] = [];
  for (const { operation, seen } of sights) {
    const reading = readings[operation];
    if (!reading) throw new Error(`nobody knows how to read ${operation}`);
    for (const [letter, group] of Object.entries(GROUPS) as [keyof typeof GROUPS, 'whole'][]) {
      const signs = seen[group];
      if (signs === null) continue;
      for (const { query, keeps } of queries(log, reading)) {
        const answer = await read(world, { operation, letter, query });
        const wrong = compared(answer, reading, log, signs.filter(keeps));
        if (wrong) differences.push(`${operation}${query}, ${letter}: ${wrong}`);
      }
    }
  }
  return differences;
}

interface Query {
  query: string;
  keeps: (sign: string) => boolean;
}

function queries(log: Log, { project, partner }: Reading): Query[] {
  const all: Query[] = [{ query: '', keeps: () => true }];
  const places = project ? ['h', 'a', 'f'] : [];
  const partners = partner ? ['h1', 'h2', 'f1', 'f2'] : [];
  for (const place of places)
    all.push({
      query: `?${project}=${log.project.get(place)}`,
      keeps: (sign) => sign.startsWith(place),
    });
  for (const sign of partners)
    all.push({
      query: `?${partner}=${log.participation.get(sign)}`,
      keeps: (each) => each === sign,
    });
  return all;
}

async function read(
  world: World,
  { operation, letter, query }: { operation: string; letter: Letter; query: string },
): Promise<Answer> {
  const { app, users, home } = world;
  const indicatorId = await indicator({ world, place: home });
  const path = operation
    .replace('GET ', '')
    .replace('{projectId}', home.id)
    .replace('{indicatorId}', indicatorId);
  return app.as(users[letter]).get(path + query);
}

function compared(
  answer: Answer,
  { rows, read: reader }: Reading,
  log: Log,
  signs: string[],
): string | null {
  if (answer.status !== 200) return `${answer.status} ${answer.text.slice(0, 200)}`;
  const shown = reader(answer);
  if ('counts' in shown) {
    const right = shown.counts.every((count) => count === signs.length);
    return right ? null : `counts ${shown.counts.join(' ')} instead of ${signs.length}`;
  }
  const signOf = new Map([...log[rows]].map(([sign, id]) => [id, sign]));
  const found = shown.ids.map((id) => signOf.get(id) ?? id).sort();
  return found.join() === [...signs].sort().join()
    ? null
    : `shows ${found.join(' ') || 'nothing'} instead of ${signs.join(' ') || 'nothing'}`;
}
