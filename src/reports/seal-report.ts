import type { EntityManager } from 'typeorm';
import { type Facts, factsOf } from './facts.js';
import { quarterlySheet } from './figures/sheet.js';
import { type Tellable, telling } from './figures/telling.js';
import { assertMayBecome } from './report-states.js';
import { Report } from './report.entity.js';
import { shownRows } from './shown-rows.js';
import { freeze, frozenOf } from './snapshot.js';

/** When and by whom a report is sent. */
export interface Stamp {
  at: Date;
  by: string;
}

/** Freezes a locked draft with its rows, holds them, and lets it take the place of what it corrects. */
export async function sealReport(
  db: EntityManager,
  report: Report,
  { at, by }: Stamp,
): Promise<void> {
  const facts = await factsOf(db, report, true);
  const { sheet, figures } = quarterlySheet(facts);
  const frozen = frozenOf(sheet, figures, shownRows(facts));
  const { sha256 } = frozen;
  const { demonstration } = sheet;
  await supersede(db, report);
  Object.assign(report, { state: 'sent', sentAt: at, sentBy: by, sha256, demonstration });
  await db.save(report);
  await freeze(db, report, frozen);
  await hold(db, report, facts);
}

/** What a correction corrects stands no more; its frozen copy stays. */
async function supersede(db: EntityManager, { correctsId, projectId }: Report): Promise<void> {
  if (!correctsId) return;
  const where = { id: correctsId, projectId };
  const old = await db.findOneOrFail(Report, { where, lock: { mode: 'pessimistic_write' } });
  assertMayBecome(old.state, 'superseded');
  await db.update(Report, where, { state: 'superseded', version: old.version + 1 });
}

/** The rows told with this report change from now on only by correction; what is logged for its days later is late. */
async function hold(
  db: EntityManager,
  { id, projectId, number }: Report,
  facts: Facts,
): Promise<void> {
  const { period, activities, expenses } = facts;
  const take = (table: string, rows: (Tellable & { id: string })[]): Promise<unknown> => {
    const told = telling(rows, period);
    return db.query(
      `UPDATE ${table} SET report_id = $1 WHERE id = ANY($2::uuid[]) AND report_id IS NULL`,
      [id, [...told.period, ...told.recovered].map((row) => row.id)],
    );
  };
  await take('activity', activities);
  await take('expense', expenses);
  await db.query(
    `INSERT INTO sent_period (project_id, report_id, report_number, from_day, to_day) VALUES ($1, $2, $3, $4, $5)`,
    [projectId, id, number, period.from, period.to],
  );
}
