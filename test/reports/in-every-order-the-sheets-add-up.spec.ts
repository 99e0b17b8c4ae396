import { startApp, type TestApp } from '../support/app.js';
import { type Answer, type Body } from '../support/client.js';
import {
  aDraft,
  aQuarter,
  figuresOf,
  hundredths,
  path,
  rowsOf,
  send,
  type Quarter,
} from './a-quarter.js';
import { late, mend, mendWork, type Q, QUARTERS } from './late-and-mended.js';

/** "late" enters work and cost, "mend" rectifies the newest of both, "send" and "correct" send a sheet; each in one quarter. */
type Step = `${'late' | 'mend' | 'send' | 'correct'} ${Q}`;

let app: TestApp;
let quarter: Quarter;
/** The sheet of each quarter that stands. */
let standing: Partial<Record<Q, Body>>;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  quarter = await aQuarter(app);
  standing = {};
});

async function sent(draft: Body): Promise<Body> {
  const answer: Answer = await send(app, quarter, draft);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

const play: Record<string, (q: Q) => Promise<void>> = {
  late: (q) => late(app, quarter, q),
  mend: (q) => mend(app, quarter, q),
  async send(q) {
    standing[q] = await sent(await aDraft(app, quarter, QUARTERS[q]));
  },
  async correct(q) {
    const corrections = `${path(quarter, standing[q] as Body)}/corrections`;
    const draft = await app.as(quarter.project.coordinator).post(corrections);
    standing[q] = await sent(draft.body);
  },
};

/** Each figure since the beginning, with those that every sheet tells of it. */
function sums({ project, action, part, hours, pages }: Quarter): [string, string[]][] {
  const general = (unit: string): [string, string[]] => [
    `general.total.${unit}`,
    ['period', 'recovered', 'withdrawn'].map((line) => `general.${line}.${unit}`),
  ];
  const money = (unit: string): [string, string[]] => [
    `financial.total.${unit}`,
    ['period', 'recovered', 'withdrawn'].map((line) => `financial.${line}.${unit}`),
  ];
  const net = (key: string): [string, string[]] => [
    `${key}.total`,
    [`${key}.period`, `${key}.sent`],
  ];
  return [
    general('activities'),
    general('minutes'),
    money('expenses'),
    money('amount'),
    net('financial.all'),
    net(`financial.category.${project.staff.id}`),
    net(`financial.partner.${project.partner.id}`),
    net(`physical.${hours.id}`),
    net(`physical.${pages.id}`),
    ...[action, part].map(({ id }): [string, string[]] => [
      `work-plan.${id}.total.minutes`,
      [`work-plan.${id}.period.minutes`, `work-plan.${id}.sent.minutes`],
    ]),
  ];
}

/** What the sheets tell together is what the newest says of all that was done. */
async function expectTheyAddUp(sheets: Body[], newest: Body): Promise<void> {
  const told = await Promise.all(sheets.map((sheet) => figuresOf(app, quarter, sheet)));
  const whole = await figuresOf(app, quarter, newest);
  for (const [total, parts] of sums(quarter)) {
    const all = told.flatMap((figures) => parts.map((key) => figures[key] ?? 'missing'));
    expect([total, hundredths(all)]).toEqual([total, hundredths([whole[total] ?? 'missing'])]);
  }
}

async function expectFiguresAreTheirRows(sheet: Body): Promise<void> {
  const figures = Object.entries(await figuresOf(app, quarter, sheet));
  for (const [key, value] of figures.filter(([each]) => /^(general|financial)/.test(each))) {
    const rows = await rowsOf(app, quarter, sheet, key);
    expect([key, hundredths(rows.map((row) => row.amount))]).toEqual([key, hundredths([value])]);
  }
}

/** Figures of sent sheets of the project that are not the sum of their frozen rows. */
const wrongFrozen = (): Promise<unknown[]> =>
  app.db.query(
    `SELECT s.report_id, f->>'key' AS key FROM report_snapshot s, json_array_elements(s.content->'figures') f
     WHERE s.project_id = $1 AND (f->>'value')::numeric IS DISTINCT FROM (SELECT coalesce(sum(r.amount), 0)
       FROM report_figure_row r WHERE r.report_id = s.report_id AND r.figure_key = f->>'key')`,
    [quarter.project.id],
  );

const ORDERS: [string, Step[]][] = [
  [
    'a late row that a newer sheet told, then the old corrected',
    ['send 1', 'send 2', 'late 2', 'send 3', 'correct 2'],
  ],
  [
    'a row that a newer sheet took back, then the old corrected',
    ['send 1', 'send 2', 'mend 2', 'send 3', 'correct 2'],
  ],
  [
    'a late row that the correction of the old told, then the newer sheet corrected',
    ['send 1', 'send 2', 'send 3', 'late 2', 'correct 2', 'correct 3'],
  ],
  [
    'a late row told by the newer, taken back, and the old corrected before the newer',
    ['send 1', 'send 2', 'late 2', 'send 3', 'mend 2', 'correct 2', 'correct 3'],
  ],
  [
    'the newer corrected before the old, and both again',
    [
      'send 1',
      'send 2',
      'mend 2',
      'late 2',
      'send 3',
      'correct 3',
      'correct 2',
      'mend 2',
      'correct 3',
      'correct 2',
    ],
  ],
  [
    'a correction of a correction around a newer sheet',
    [
      'send 1',
      'mend 1',
      'correct 1',
      'send 2',
      'late 1',
      'mend 1',
      'send 3',
      'correct 1',
      'mend 1',
      'correct 2',
    ],
  ],
  [
    'quarters that were sent out of their order',
    [
      'send 3',
      'late 1',
      'send 1',
      'late 3',
      'mend 1',
      'send 2',
      'late 2',
      'correct 3',
      'correct 1',
    ],
  ],
];

describe('all the sheets that stand tell together what was done, once', () => {
  it.each(ORDERS)('after %s', async (_, steps) => {
    for (const step of steps) {
      const [what = '', q] = step.split(' ');
      await play[what]?.(Number(q) as Q);
    }
    const last = await aDraft(app, quarter, QUARTERS[4]);
    await expectTheyAddUp([...Object.values(standing), last], last);
    await expectFiguresAreTheirRows(last);
    standing[4] = await sent(last);
    await expectTheyAddUp(Object.values(standing), standing[4]);
    expect(await wrongFrozen()).toEqual([]);
  });

  it('also when two that would both take back the same row are sent at once', async () => {
    for (const q of [1, 2, 3] as const) await play.send?.(q);
    // Into a quarter that none covers: the two sheets hold no row that would make them meet.
    await mendWork(app, quarter, 2, { kind: 'seminar', day: '2020-05-15' });
    const drafts = [
      await aDraft(app, quarter, QUARTERS[4]),
      await aDraft(app, quarter, { from: '2020-01-01', to: '2020-03-31' }),
    ];
    const both = await Promise.all(drafts.map(sent));
    const told = await Promise.all(both.map((sheet) => figuresOf(app, quarter, sheet)));
    const takenBack = told.map((figures) => figures['general.withdrawn.activities'] ?? '');
    expect(takenBack.sort()).toEqual(['-1', '0']);
  });
});
