import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../kernel/dates.js';
import { Cells } from '../imports/cells.js';
import { shapeOf } from '../imports/columns.js';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

const SLUG = 'interazioni-in-piemonte-2';
const FROM: IsoDate = '2019-11-01';
const SENT_AT = '2019-11-19T08:12:00Z';
/** Column of the file → the field that it fills. */
const COLUMNS = {
  Data: 'day',
  Tipo: 'kind',
  Azione: 'workItemId',
  'Ora inizio': 'startTime',
  'Ora fine': 'endTime',
  Luogo: 'place',
  Presenti: 'participants',
};
/** A day that November does not have: so looks a row that was left out. */
const WRONG = '31/11/2019';

/** An invented file, by which some of the invented meetings of November came: so that there is something to take back. */
export async function loadImport(db: EntityManager, ids: DemoIds, today: IsoDate): Promise<void> {
  const project_id = ids.of('project', SLUG);
  const meetings = await meetingsOf(db, project_id, today);
  const good = meetings.map(({ cells }) => cells);
  const lines = [...good, [WRONG, ...(good[0] ?? []).slice(1)]];
  const columns = Object.keys(COLUMNS);
  const [importId] = await insertRows(db, 'file_import', [
    {
      project_id,
      target: 'activities',
      file_name: 'Incontri di novembre (dimostrazione).csv',
      sha256: createHash('sha256').update(JSON.stringify(lines)).digest('hex'),
      shape: shapeOf(columns),
      columns,
      mapping: Object.fromEntries(Object.values(COLUMNS).map((field, place) => [field, place])),
      rows: lines.length,
      good: good.length,
      bad: lines.length - good.length,
      already: 0,
      state: 'applied',
      checked_at: SENT_AT,
      applied_at: SENT_AT,
      created_at: SENT_AT,
      created_by: ids.of('user', 'coordinator'),
      version: 3,
    },
  ]);
  await db.query(KEEP, [
    importId,
    JSON.stringify(lines),
    meetings.map(({ id }) => id),
    refused(today),
  ]);
}

interface Meeting {
  id: string;
  cells: string[];
}

/** Those that can be taken back: nothing hangs on them, and nobody has changed them since. */
const meetingsOf = (db: EntityManager, projectId: string, today: IsoDate): Promise<Meeting[]> =>
  db.query(
    `SELECT a.id, ARRAY[to_char(a.day, 'DD/MM/YYYY'), k.label, w.code, to_char(a.start_time, 'HH24:MI'), to_char(a.end_time, 'HH24:MI'),
       coalesce(a.place, ''), coalesce(a.participants::text, '')] AS cells
     FROM activity a JOIN activity_kind k ON k.code = a.kind JOIN work_item w ON w.id = a.work_item_id
     WHERE a.project_id = $1 AND a.kind IN ('family_meeting', 'working_group', 'information_meeting') AND a.state = 'done' AND a.day BETWEEN $2 AND $3
       AND a.version = 1 AND a.report_id IS NULL AND a.start_time IS NOT NULL
       AND NOT EXISTS (SELECT FROM meeting m WHERE m.activity_id = a.id) AND NOT EXISTS (SELECT FROM attendance t WHERE t.activity_id = a.id)
     ORDER BY a.day, a.start_time, a.place, a.minutes`,
    [projectId, FROM, today],
  );

function refused(today: IsoDate): string {
  const cells = new Cells(new Map([['day', WRONG]]), today);
  cells.day('day');
  return JSON.stringify(cells.errors);
}

// The head is line 1; what stands below the rows that were made was left out.
const KEEP = `
  WITH line AS (
    SELECT e.place + 1 AS line, ARRAY(SELECT jsonb_array_elements_text(e.cells)) AS cells, ($3::uuid[])[e.place] AS made
    FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS e(cells, place)),
  kept AS (INSERT INTO import_row (import_id, line, cells) SELECT $1, line, cells FROM line)
  INSERT INTO import_result (import_id, line, state, row_id, errors)
  SELECT $1, line, CASE WHEN made IS NULL THEN 'bad' ELSE 'good' END, coalesce(made, uuidv7()), CASE WHEN made IS NULL THEN $4::jsonb END
  FROM line`;
