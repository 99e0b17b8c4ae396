import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

const SLUG = 'interazioni-in-piemonte-2';
const TOWN = 'Asti';

/** Views that the invented coordinator shares, and a plan approved with invented days: the documents say none. */
export async function loadViews(db: EntityManager, ids: DemoIds): Promise<void> {
  const project_id = ids.of('project', SLUG);
  const [town] = (await db.query(`SELECT id FROM territory WHERE name = $1 AND demonstration`, [
    TOWN,
  ])) as { id: string }[];
  const here = `progetto=${SLUG}`;
  const there = `${here}&territorio=${town?.id ?? ''}`;
  const views = [
    ['activities', `Laboratori L2 di ${TOWN}`, `${there}&tipo=l2_workshop`],
    ['activities', 'Le più lunghe, senza allegati', `${here}&prova=manca&ordine=-ore`],
    ['pivot', `Ore di ${TOWN} per mese`, `${there}&colonne=mese`],
  ];
  const common = { user_id: ids.of('user', 'coordinator'), project_id, shared: true };
  await insertRows(
    db,
    'saved_view',
    views.map(([page, name, address]) => ({
      ...common,
      page,
      name: `${name} (dimostrazione)`,
      address,
      opens_first: false,
    })),
  );
  await approvePlan(db, project_id);
}

/** Code of the action, and its first and last month; workshops go on after theirs, which the Gantt shows. */
const MONTHS = [
  ['A1', '2018-10', '2019-06'],
  ['A2', '2018-10', '2020-06'],
  ['A3', '2019-01', '2019-10'],
  ['A4', '2018-11', '2020-03'],
];

const approvePlan = (db: EntityManager, projectId: string): Promise<unknown> =>
  db.query(
    `INSERT INTO work_plan_version (project_id, number, state, approved_on, act, content)
     SELECT $1, 1, 'approved', '2018-09-24', 'Piano inventato per la dimostrazione',
       jsonb_agg(jsonb_build_object('id', w.id, 'parentId', w.parent_id, 'kind', w.kind, 'code', w.code, 'title', w.title,
         'starts', m.months->>1, 'ends', m.months->>2) ORDER BY w.position, w.code)
     FROM work_item w LEFT JOIN jsonb_array_elements($2::jsonb) AS m(months) ON m.months->>0 = w.code WHERE w.project_id = $1`,
    [projectId, JSON.stringify(MONTHS)],
  );
