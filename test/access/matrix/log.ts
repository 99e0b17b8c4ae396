import { put } from '../../factories/index.js';
import { request } from './mediation-rows.js';
import { budget, costDocument, expense } from './money-rows.js';
import { aMeeting } from './planning-rows.js';
import { indicator, report } from './report-rows.js';
import { activity, document } from './rows.js';
import type { Place, World } from './world.js';

/** Ids by their sign in the table: 'h1', 'f0'. */
type Signs = Map<string, string>;
export interface Log {
  project: Signs;
  activity: Signs;
  participation: Signs;
  meeting: Signs;
  task: Signs;
  document: Signs;
  costDocument: Signs;
  expense: Signs;
  line: Signs;
  report: Signs;
  request: Signs;
}

/** Every place gets the same rows for either partner, and some of nobody's. */
export async function aLog(world: World): Promise<Log> {
  const names = ['project', 'activity', 'participation', 'document', 'costDocument'] as const;
  const signs = Object.fromEntries(
    [...names, 'meeting', 'task', 'expense', 'line', 'report', 'request'].map((name) => [
      name,
      new Map<string, string>(),
    ]),
  ) as unknown as Log;
  const places = { h: world.home, a: world.archived, f: world.foreign };
  for (const [sign, place] of Object.entries(places)) await fill(world, place, sign, signs);
  return signs;
}

async function fill(world: World, place: Place, sign: string, signs: Log): Promise<void> {
  signs.project.set(sign, place.id);
  signs.report.set(sign, await report({ world, place, held: false }));
  await indicator({ world, place });
  for (const side of [1, 2] as const) {
    const wanted = { world, place, side, letter: 'S', held: false } as const;
    signs.participation.set(`${sign}${side}`, place.partner[side].id);
    signs.activity.set(`${sign}${side}`, await activity(wanted));
    const called = await aMeeting(wanted);
    signs.meeting.set(`${sign}${side}`, called.meeting);
    signs.task.set(`${sign}${side}`, called.task);
    signs.document.set(`${sign}${side}`, await document(wanted));
    signs.expense.set(`${sign}${side}`, await expense(wanted));
    signs.request.set(`${sign}${side}`, await request(wanted));
    signs.costDocument.set(`${sign}${side}`, await costDocument(wanted, 'charged document'));
    signs.line.set(`${sign}${side}`, (await budget(wanted, 'approved')).lines[side]);
  }
  signs.activity.set(`${sign}0`, (await ofNobody(world, place, 'activity')).id);
  signs.document.set(`${sign}0`, (await ofNobody(world, place, 'document')).id);
}

const ofNobody = async ({ app }: World, place: Place, table: string): Promise<{ id: string }> => {
  const [{ row }] = (await app.db.query(
    `SELECT to_jsonb(t) - '{id,participation_id,staff_ids,created_by}'::text[] AS row FROM ${table} t WHERE project_id = $1 LIMIT 1`,
    [place.id],
  )) as [{ row: Record<string, unknown> }];
  return put(app, table, row);
};
