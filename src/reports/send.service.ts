import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { Clock } from '../kernel/dates.js';
import { Conflict, NotFound } from '../kernel/errors.js';
import { Jobs } from '../platform/jobs.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { assertMayBeSent } from './completeness.js';
import { fileFormats, type ReportView } from './report.dto.js';
import { assertMayBecome } from './report-states.js';
import { Report } from './report.entity.js';
import { readReport } from './reports.queries.js';
import { sealReport } from './seal-report.js';

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
      await sealReport(db, report, { at: this.clock.now(), by: caller.userId });
      await this.askForFiles(db, report, caller.userId);
      return readReport(db, projectId, id);
      // One moment for all its reads: a row that is being changed is either told as it was, or makes this try again. And
      // of two sheets sent at once, the second sees what the first told.
    }, 'SERIALIZABLE');
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

const underWay = () =>
  new Conflict('report.files', 'I file di questo rendiconto ci sono già o si stanno preparando.');
