import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { NotFound } from '../kernel/errors.js';
import { describeConstraint } from '../platform/constraints.js';
import { bumpVersion } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { assertQuarter } from './quarter.js';
import { assertDraft, assertMayBecome } from './report-states.js';
import type { NewReport, ReportList, ReportTexts, ReportView } from './report.dto.js';
import { Report } from './report.entity.js';
import { listReports, readReport } from './reports.queries.js';

describeConstraint('report_period_once', {
  status: 409,
  code: 'report.period',
  detail: 'Per questo trimestre c’è già una scheda: aprila, o rettificala se è stata inviata.',
});
describeConstraint('report_corrected_once', {
  status: 409,
  code: 'report.corrected',
  detail: 'Questa scheda ha già una rettifica: continua con quella.',
});
describeConstraint('report_sent', {
  status: 409,
  code: 'report.state',
  detail: 'Il rendiconto è già stato inviato: per cambiarlo se ne fa uno di rettifica.',
});

/** Reports while they are being written: drafts, their texts, corrections. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
  ) {}

  async list(projectId: string): Promise<ReportList> {
    return { items: await listReports(this.source.manager, projectId) };
  }

  read(projectId: string, id: string): Promise<ReportView> {
    return readReport(this.source.manager, projectId, id);
  }

  draft(projectId: string, period: NewReport): Promise<ReportView> {
    assertQuarter(period);
    const { from: fromDay, to: toDay } = period;
    return this.writes.run(async (db) => {
      const number = await nextNumber(db, projectId);
      const { id } = await insertDraft(db, { projectId, number, fromDay, toDay });
      return readReport(db, projectId, id);
    });
  }

  write(projectId: string, id: string, version: number, texts: ReportTexts): Promise<ReportView> {
    return this.writes.run(async (db) => {
      const report = await bumpVersion(db, Report, { id, projectId }, version);
      assertDraft(report.state);
      await db.save(Object.assign(report, texts));
      return readReport(db, projectId, id);
    });
  }

  /** Only a draft can be thrown away: it was never part of anything. */
  discard(projectId: string, id: string, version: number): Promise<void> {
    return this.writes.run(async (db) => {
      const report = await bumpVersion(db, Report, { id, projectId }, version);
      assertDraft(report.state);
      await db.delete(Report, { id, projectId });
    });
  }

  /** A draft of the same period with the same texts, which names the report that it corrects. */
  correct(projectId: string, id: string): Promise<ReportView> {
    return this.writes.run(async (db) => {
      const number = await nextNumber(db, projectId);
      const old = await db.findOneBy(Report, { id, projectId });
      if (!old) throw new NotFound();
      assertMayBecome(old.state, 'superseded');
      const {
        fromDay,
        toDay,
        synthesis,
        strengths,
        deviations,
        problems,
        teamChanges,
        networkRoles,
      } = old;
      const texts = { synthesis, strengths, deviations, problems, teamChanges, networkRoles };
      const made = await insertDraft(db, {
        projectId,
        number,
        fromDay,
        toDay,
        correctsId: id,
        ...texts,
      });
      return readReport(db, projectId, made.id);
    });
  }
}

const insertDraft = (db: EntityManager, values: Partial<Report>): Promise<Report> =>
  db.save(
    db.create(Report, { kind: 'quarterly_sheet', state: 'draft', demonstration: false, ...values }),
  );

/** Two drafts of one project are numbered one after the other. */
async function nextNumber(db: EntityManager, projectId: string): Promise<number> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('report ' || $1, 0))`, [projectId]);
  const [row] = (await db.query(
    'SELECT coalesce(max(number), 0) + 1 AS number FROM report WHERE project_id = $1',
    [projectId],
  )) as [{ number: number }];
  return row.number;
}
