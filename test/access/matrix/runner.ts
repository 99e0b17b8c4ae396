import { randomUUID } from 'node:crypto';
import { type Letter, letters, type Relation, type Row } from './notation.js';
import { asked } from './requests.js';
import { aPlace, leave, type Place, type World } from './world.js';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Run {
  cells: number;
  /** One sentence for each cell that did not answer as written. */
  differences: string[];
}

interface Done {
  cell: string;
  group: string;
  requestId: string;
  status: number;
  text: string;
}

// The database and the program share the work; more at once only queue.
const AT_ONCE = 4;

/** Sends every cell of these rows and says where an answer is not the one that was written down. */
export async function runMatrix(world: World, rows: readonly Row[]): Promise<Run> {
  const done: Done[] = [];
  const differences: string[] = [];
  const waiting = [...rows];
  const work = async (): Promise<void> => {
    for (let row = waiting.shift(); row; row = waiting.shift())
      await runRow(world, row, done, differences);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  differences.push(...toldApart(done), ...(await wroteAlthoughRefused(world, done)));
  return { cells: done.length, differences };
}

async function runRow(
  world: World,
  { operation, expected }: Row,
  done: Done[],
  differences: string[],
): Promise<void> {
  for (const [relation, statuses] of expected) {
    for (const letter of letters) {
      const status = statuses.get(letter)!;
      const home = await homeFor(world, operation, relation, status);
      const cell = { operation, relation, letter, home };
      const answer = await send(world, cell).catch((error: unknown) => String(error));
      if (typeof answer === 'string') {
        differences.push(`${operation}, ${letter}, ${relation}: could not be asked: ${answer}`);
        continue;
      }
      done.push(answer);
      if (answer.status !== status)
        differences.push(
          `${answer.cell}: ${answer.status} instead of ${status} ${answer.text.slice(0, 300)}`,
        );
      differences.push(...answer.leaks.map((id) => `${answer.cell}: tells of ${id}`));
      if (home !== world.home) await leave(world, home);
    }
  }
}

/** What is expected to change something gets a project of its own. */
const homeFor = (
  world: World,
  operation: string,
  relation: Relation,
  status: number,
): Promise<Place> =>
  operation.startsWith('GET') || status >= 300 || relation === 'archived'
    ? Promise.resolve(world.home)
    : aPlace(world, {});

async function send(
  world: World,
  cell: { operation: string; relation: Relation; letter: Letter; home: Place },
): Promise<Done & { leaks: string[] }> {
  const { operation, relation, letter } = cell;
  const { path, body, headers } = await asked(world, cell);
  const requestId = randomUUID();
  const client = world.app.as(letter === 'N' ? null : world.users[letter]);
  const method = operation.split(' ')[0] as Method;
  const { status, text } = await client.send(method, path, body, {
    ...headers,
    'x-request-id': requestId,
  });
  const request = `${path} ${body instanceof Buffer ? body.toString() : JSON.stringify(body)}`;
  return {
    cell: `${operation}, ${letter}, ${relation}`,
    group: `${operation}, ${letter}, ${outside(relation, operation) ? 'project' : 'row'}`,
    requestId,
    status,
    text,
    leaks: world.known.leaked(letter, text, request),
  };
}

/** Whether the address names a project in which the caller has no role, or one that is not there. */
const outside = (relation: Relation, operation: string): boolean =>
  relation === 'otherProject' ||
  relation === 'foreignParent' ||
  (relation === 'unknown' && !/\{projectId\}.*\{/.test(operation));

/** What is not there and what is somebody else's must be refused in the same words. */
function toldApart(done: readonly Done[]): string[] {
  const words = new Map<string, { cell: string; text: string }>();
  const differences: string[] = [];
  for (const { cell, group, status, text, requestId } of done.filter((d) => d.status === 404)) {
    const said = text.replace(requestId, '');
    const first = words.get(group) ?? { cell, text: said };
    words.set(group, first);
    if (first.text !== said)
      differences.push(`${cell}: ${status} in other words than ${first.cell}: ${said}`);
  }
  return differences;
}

async function wroteAlthoughRefused({ app }: World, done: readonly Done[]): Promise<string[]> {
  const mayNotWrite = done.filter(({ status, cell }) => status >= 300 || cell.startsWith('GET'));
  const wrote: { request_id: string; table_name: string }[] = await app.db.query(
    'SELECT DISTINCT request_id, table_name FROM audit_entry WHERE request_id = ANY($1)',
    [mayNotWrite.map(({ requestId }) => requestId)],
  );
  return wrote.map(
    ({ request_id, table_name }) =>
      `${done.find((d) => d.requestId === request_id)?.cell}: changed ${table_name}`,
  );
}
