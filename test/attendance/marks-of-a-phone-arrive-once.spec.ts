import fc from 'fast-check';
import {
  keyAt,
  sendFrom,
  type Queue,
  type Waiting,
} from '../../web/src/attendance/pocket-queue.js';
import { aMember, aProject, aWorkItem } from '../factories/index.js';
import { aRecipient, aSession } from '../factories/courses.js';
import { startApp, type TestApp } from '../support/app.js';
import { cases } from '../support/prove.js';

type Row = { id: string };

const presences = ['present', 'absent', 'none'] as const;
type Presence = (typeof presences)[number];
/** What becomes of a request on a bad line; `closed`: the tab goes while its answer is on the way. */
const fates = ['answered', 'request lost', 'answer lost', 'signed out', 'closed'] as const;
type Fate = (typeof fates)[number];

type Step =
  | { does: 'mark'; marks: (Presence | null)[] }
  | { does: 'send'; fates: Fate[] }
  | { does: 'correct'; person: number; presence: Presence };

const PEOPLE = 3;
const LOST = { status: 0, message: 'Il server non risponde.' };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      does: fc.constant('mark' as const),
      marks: fc
        .array(fc.option(fc.constantFrom(...presences)), { minLength: PEOPLE, maxLength: PEOPLE })
        .filter((marks) => marks.some(Boolean)),
    }),
    fc.record({ does: fc.constant('send' as const), fates: fc.array(fc.constantFrom(...fates)) }),
    fc.record({
      does: fc.constant('correct' as const),
      person: fc.nat(PEOPLE - 1),
      presence: fc.constantFrom(...presences),
    }),
  ),
  { maxLength: 10 },
);

/** The queue as a disk keeps it: what is in it survives the tab. */
function aDisk(): Queue & { entries: Map<string, Waiting> } {
  const entries = new Map<string, Waiting>();
  return {
    entries,
    waiting: () => Promise.resolve(structuredClone([...entries.values()])),
    enqueue: (entry) => Promise.resolve(entries.set(entry.key, structuredClone(entry))),
    dequeue: (key) => Promise.resolve(entries.delete(key)),
  };
}

/** What the register must say: each set of marks once, when it first reached the server. */
class Expected {
  readonly state = new Map<number, Presence>();
  readonly arrived = new Set<string>();
  changes = 0;

  arrive(key: string, marks: readonly (Presence | null)[]): void {
    if (this.arrived.has(key)) return;
    this.arrived.add(key);
    for (const [person, presence] of marks.entries()) if (presence) this.mark(person, presence);
  }

  mark(person: number, presence: Presence): void {
    if ((this.state.get(person) ?? 'none') === presence) return;
    this.changes += 1;
    this.state.set(person, presence);
  }
}

describe('marks that a phone takes without the network', () => {
  let app: TestApp;
  let project: Row, item: Row, teacher: Row, coordinator: Row, people: Row[];
  let keys = 0;
  beforeAll(async () => {
    app = await startApp();
    project = await aProject(app);
    item = await aWorkItem(app, project);
    teacher = await aMember(app, project, 'coordinator');
    coordinator = await aMember(app, project, 'coordinator');
    people = [];
    for (let n = 0; n < PEOPLE; n++) people.push(await aRecipient(app, project));
  });
  afterAll(() => app.close());

  const save = (who: Row | null, marks: unknown, headers: Record<string, string> = {}) =>
    app.as(who).post(`/projects/${project.id}/attendance`, { marks }, headers);

  async function live(all: Step[]): Promise<void> {
    const session = await aSession(app, project, { workItem: item, day: '2019-11-19' });
    const markOf = (person: number, presence: Presence) => ({
      activityId: session.id,
      recipientId: people[person]!.id,
      presence,
    });
    const disk = aDisk();
    const expected = new Expected();
    const typed = new Map<string, (Presence | null)[]>();
    const post = (line: Fate[]) => async (entry: Waiting) => {
      const fate = line.shift() ?? 'answered';
      if (fate === 'request lost') return LOST;
      const signedIn = fate !== 'signed out';
      const answer = await save(signedIn ? teacher : null, entry.marks, {
        'idempotency-key': entry.key,
      });
      if (signedIn) expected.arrive(entry.key, typed.get(entry.key)!);
      if (fate === 'closed') throw new Error('tab closed');
      if (fate === 'answer lost') return LOST;
      return answer.status < 300 ? null : { status: answer.status, message: answer.body.detail };
    };
    for (const step of all) {
      if (step.does === 'mark') {
        const key = keyAt(++keys, 'prova');
        typed.set(key, step.marks);
        const marks = step.marks.flatMap((presence, n) => (presence ? [markOf(n, presence)] : []));
        await disk.enqueue({ key, projectId: project.id, marks });
      } else if (step.does === 'send') {
        await sendFrom(disk, post([...step.fates])).catch(() => 'closed');
      } else {
        expect((await save(coordinator, [markOf(step.person, step.presence)])).status).toBe(200);
        expected.mark(step.person, step.presence);
      }
    }
    expect(await sendFrom(disk, post([]))).toBe('sent');
    expect(disk.entries.size).toBe(0);
    // A later mark never overtakes an earlier one.
    expect([...expected.arrived]).toEqual([...typed.keys()]);
    await check(session, expected);
  }

  async function check(session: Row, { state, changes }: Expected): Promise<void> {
    const rows: { id: string; present: boolean }[] = await app.db.query(
      'SELECT recipient_id AS id, present FROM attendance WHERE activity_id = $1',
      [session.id],
    );
    const stands = people.map(({ id }) => {
      const row = rows.find((one) => one.id === id);
      return row ? (row.present ? 'present' : 'absent') : 'none';
    });
    expect(stands).toEqual(people.map((_, person) => state.get(person) ?? 'none'));
    const [{ written }] = (await app.db.query(
      `SELECT count(*)::int AS written FROM audit_entry WHERE table_name = 'attendance'
         AND coalesce(after, before) ->> 'activity_id' = $1`,
      [session.id],
    )) as [{ written: number }];
    expect(written).toBe(changes);
  }

  it('leave a partial presence as it is, until somebody was absent in between', async () => {
    const session = await aSession(app, project, { workItem: item, day: '2019-11-19' });
    const mark = async (presence: Presence, minutes?: number) => {
      const one = { activityId: session.id, recipientId: people[0]!.id, presence };
      expect((await save(teacher, [{ ...one, minutes }])).status).toBe(200);
      const [row] = await app.db.query('SELECT minutes FROM attendance WHERE activity_id = $1', [
        session.id,
      ]);
      return row.minutes;
    };
    expect(await mark('present', 60)).toBe(60);
    expect(await mark('present')).toBe(60);
    expect(await mark('absent')).toBe(0);
    expect(await mark('present')).toBe(120);
  });

  it('are written exactly once, whatever is lost, closed or signed out, and never over a later correction', async () => {
    await fc.assert(fc.asyncProperty(steps, live), {
      ...cases,
      numRuns: Math.ceil(cases.numRuns / 4),
    });
  }, 900_000);
});
