import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock, contains } from '../kernel/dates.js';
import { Conflict, NotFound } from '../kernel/errors.js';
import { Jobs } from '../platform/jobs.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { assertMayBeSent } from './completeness.js';
import { type Facts, factsOf } from './facts.js';
import { quarterlySheet } from './figures/sheet.js';
import { fileFormats, type ReportView } from './report.dto.js';
import { assertMayBecome } from './report-states.js';
import { Report } from './report.entity.js';
import { readReport } from './reports.queries.js';
import { shownRows } from './shown-rows.js';
import { freeze, frozenOf } from './snapshot.js';

export const FILES_JOB = 'report.files';

/** The moment when a report stops being a draft: its figures freeze, its rows are held, its files are asked for. */
@Injectable()
export class SendService {
  constructor(
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** One transaction: all of it or nothing, and only one of those who try at once. */
  send(caller: Caller, projectId: string, id: string, version: number): Promise<ReportView> {
    return this.writes.run(async (db) => {
      const report = await bumpVersion(db, Report, { id, projectId }, version);
      assertMayBecome(report.state, 'sent');
      assertMayBeSent(report);
      const facts = await factsOf(db, report, true);
      const { sheet, figures } = quarterlySheet(facts);
      const frozen = frozenOf(sheet, figures, shownRows(facts));
      const sent: Partial<Report> = {
        state: 'sent',
        sentAt: this.clock.now(),
        sentBy: caller.userId,
        sha256: frozen.sha256,
        demonstration: sheet.demonstration,
      };
      await supersede(db, report);
      await db.save(Object.assign(report, sent));
      await freeze(db, report, frozen);
      await hold(db, report, facts);
      await this.askForFiles(db, report, caller.userId);
      return readReport(db, projectId, id);
    });
  }

  /** Asks again for the files of a sent report whose job failed or was cancelled. */
  renderAgain(caller: Caller, projectId: string, id: string): Promise<ReportView> {
    return this.writes.run(async (db) => {
      const report = await db.findOne(Report, {
        where: { id, projectId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!report) throw new NotFound();
      if (report.state === 'draft') assertMayBecome('draft', 'superseded');
      const { files, job } = await readReport(db, projectId, id);
      if (files.length > 0 || job?.state === 'queued' || job?.state === 'running') throw underWay();
      await this.askForFiles(db, report, caller.userId);
      return readReport(db, projectId, id);
    });
  }

  private async askForFiles(db: EntityManager, report: Report, requestedBy: string): Promise<void> {
    const { id: subjectId, projectId } = report;
    const total = fileFormats.length;
    await this.jobs.request(db, { kind: FILES_JOB, subjectId, projectId, requestedBy, total });
  }
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
  const told = (row: { id: string; day: string; late: boolean; free: boolean }): boolean =>
    row.free && (contains(period, row.day) || row.late);
  const take = (table: string, rows: { id: string }[]): Promise<unknown> =>
    db.query(
      `UPDATE ${table} SET report_id = $1 WHERE id = ANY($2::uuid[]) AND report_id IS NULL`,
      [id, rows.map((row) => row.id)],
    );
  await take('activity', activities.filter(told));
  await take('expense', expenses.filter(told));
  await db.query(
    `INSERT INTO sent_period (project_id, report_id, report_number, from_day, to_day) VALUES ($1, $2, $3, $4, $5)`,
    [projectId, id, number, period.from, period.to],
  );
}

const underWay = () =>
  new Conflict('report.files', 'I file di questo rendiconto ci sono già o si stanno preparando.');
