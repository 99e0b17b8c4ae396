import type { EntityManager } from 'typeorm';
import { NotFound } from '../kernel/errors.js';
import { missingTexts } from './completeness.js';
import type { ReportFileView, ReportJobView, ReportSummary, ReportView } from './report.dto.js';

type Row = Omit<ReportView, 'missing' | 'sentAt' | 'files' | 'job'> & { sentAt: Date | null };

const SELECT = `
  SELECT r.id, r.number, r.kind, r.from_day AS "from", r.to_day AS "to", r.state, r.corrects_id AS "correctsId",
    c.number AS "correctsNumber", n.number AS "correctedByNumber", r.synthesis, r.strengths, r.deviations, r.problems,
    r.team_changes AS "teamChanges", r.network_roles AS "networkRoles", r.sent_at AS "sentAt", u.name AS "sentBy",
    r.sha256, r.demonstration, r.version
  FROM report r LEFT JOIN report c ON c.id = r.corrects_id LEFT JOIN report n ON n.corrects_id = r.id AND n.state <> 'draft'
  LEFT JOIN app_user u ON u.id = r.sent_by`;

/** The newest period first, a correction before what it corrects. */
export async function listReports(db: EntityManager, projectId: string): Promise<ReportSummary[]> {
  const rows: Row[] = await db.query(
    `${SELECT} WHERE r.project_id = $1 ORDER BY r.from_day DESC, r.number DESC`,
    [projectId],
  );
  return rows.map(toSummary);
}

export async function readReport(
  db: EntityManager,
  projectId: string,
  id: string,
): Promise<ReportView> {
  const [row] = (await db.query(`${SELECT} WHERE r.project_id = $1 AND r.id = $2`, [
    projectId,
    id,
  ])) as Row[];
  if (!row) throw new NotFound();
  const { synthesis, strengths, deviations, problems, teamChanges, networkRoles, sha256 } = row;
  return {
    ...toSummary(row),
    synthesis,
    strengths,
    deviations,
    problems,
    teamChanges,
    networkRoles,
    sha256,
    files: await filesOf(db, id),
    job: await jobOf(db, id),
  };
}

const toSummary = (row: Row): ReportSummary => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  from: row.from,
  to: row.to,
  state: row.state,
  correctsId: row.correctsId,
  correctsNumber: row.correctsNumber,
  correctedByNumber: row.correctedByNumber,
  missing: missingTexts(row),
  sentAt: row.sentAt?.toISOString() ?? null,
  sentBy: row.sentBy,
  demonstration: row.demonstration,
  version: row.version,
});

const filesOf = (db: EntityManager, id: string): Promise<ReportFileView[]> =>
  db.query(
    `SELECT f.format, f.document_id AS "documentId", d.name, f.sha256, f.size_bytes AS "sizeBytes"
     FROM report_file f JOIN document d ON d.id = f.document_id WHERE f.report_id = $1 ORDER BY f.format`,
    [id],
  );

async function jobOf(db: EntityManager, id: string): Promise<ReportJobView | null> {
  const [job] = (await db.query(
    `SELECT id, state, progress, total, message FROM job WHERE subject_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1`,
    [id],
  )) as ReportJobView[];
  return job ?? null;
}
