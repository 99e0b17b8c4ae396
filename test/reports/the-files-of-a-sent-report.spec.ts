import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { renderCsv } from '../../src/reports/export/csv.js';
import { renderPdf } from '../../src/reports/export/pdf.js';
import { renderXlsx } from '../../src/reports/export/xlsx.js';
import { printableOf } from '../../src/reports/report-files.handler.js';
import { hashOf } from '../../src/reports/snapshot.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Body } from '../support/client.js';
import { carryOut } from '../support/jobs.js';
import {
  aDraft,
  anActivity,
  aQuarter,
  aSentReport,
  figuresOf,
  path,
  type Quarter,
} from './a-quarter.js';

let app: TestApp;
let quarter: Quarter;
let sent: Body;
beforeAll(async () => {
  app = await startApp();
  quarter = await aQuarter(app);
  await anActivity(app, quarter, {
    day: '2019-05-03',
    minutes: 10,
    place: '=HYPERLINK("http://x")',
  });
  sent = await aSentReport(app, quarter);
  await carryOut(app);
});
afterAll(() => app.close());

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const report = async (): Promise<Body> =>
  (await app.as(quarter.project.auditor).get(path(quarter, sent))).body;
async function content(format: string): Promise<Buffer> {
  const { files } = await report();
  const { documentId } = files.find((file: Body) => file.format === format);
  const [row] = (await app.db.query('SELECT sha256 FROM document WHERE id = $1', [documentId])) as [
    { sha256: string },
  ];
  const { readFileSync } = await import('node:fs');
  return readFileSync(
    join(app.dataDir, 'documents', row.sha256.slice(0, 2), row.sha256.slice(2, 4), row.sha256),
  );
}

/** A cell of hours is a number of days, which the reader takes for a date since 1899. */
const minutesIn = (cell: exceljs.CellValue | undefined): number =>
  cell instanceof Date ? (cell.getTime() / 86_400_000 + 25_569) * 1440 : Number(cell) * 1440;

describe('the files of a sent report', () => {
  it('are made by a job that says when it is done, and are kept with their hash', async () => {
    const { files, job } = await report();
    expect(job).toMatchObject({ state: 'done', progress: 3, total: 3 });
    expect(files.map((file: Body) => file.name)).toEqual([
      'scheda-1-2019-04-01-2019-06-30.csv',
      'scheda-1-2019-04-01-2019-06-30.pdf',
      'scheda-1-2019-04-01-2019-06-30.xlsx',
    ]);
    for (const { format, sha256: told, sizeBytes, documentId } of files) {
      const bytes = await content(format);
      expect([sha256(bytes), bytes.length]).toEqual([told, sizeBytes]);
      const download = await app
        .as(quarter.project.auditor)
        .get(`/projects/${quarter.project.id}/documents/${documentId}/content`);
      expect(download.status).toBe(200);
    }
    const own = await app.as(quarter.project.manager).get(`/jobs/${job.id}`);
    expect(own).toMatchObject({
      status: 200,
      body: { state: 'done', kind: 'report.files', subjectId: sent.id },
    });
    const stranger = (await aQuarter(app)).project.manager;
    expect((await app.as(stranger).get(`/jobs/${job.id}`)).status).toBe(404);
    expect((await app.as(quarter.project.operator).get(`/jobs/${job.id}`)).status).toBe(404);
    expect(await app.as(quarter.project.manager).post(`/jobs/${job.id}/cancel`)).toMatchObject({
      status: 409,
      body: { code: 'job.ended' },
    });
  });

  it('come out the same, byte for byte, when rendered again', async () => {
    const printable = await printableOf(app.db.manager, sent.id);
    expect(sha256(await renderPdf(printable))).toBe(sha256(await content('pdf')));
    expect(sha256(await renderXlsx(printable))).toBe(sha256(await content('xlsx')));
    expect(sha256(renderCsv(printable))).toBe(sha256(await content('csv')));
  });

  it('say in the PDF what the screen says, with every letter of our languages', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'capofila-pdf-'));
    writeFileSync(join(folder, 'a.pdf'), await content('pdf'));
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], {
      encoding: 'utf8',
    });
    const info = execFileSync('pdfinfo', [join(folder, 'a.pdf')], { encoding: 'utf8' });
    rmSync(folder, { recursive: true, force: true });
    for (const words of [
      'Reti perché no',
      'ă ș ë ç ñ €',
      'Scheda fisica',
      'Ore di seminario',
      '2:40',
      '15.000,50',
      'Logo non configurato',
      sent.sha256,
    ]) {
      expect(text).toContain(words);
    }
    expect(info).toContain('Reti perché no');
  });

  it('hold numbers and plain texts in the XLSX, and each row of each figure', async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await content('xlsx')) as unknown as exceljs.Buffer);
    const rows = workbook.getWorksheet('Righe');
    expect(workbook.worksheets.map((sheet) => sheet.name)).toContain('Scheda finanziaria');
    const cells = rows?.getSheetValues() as (exceljs.CellValue[] | undefined)[];
    const minutes = cells
      .filter((row) => row?.[10] === 'general.period.minutes')
      .map((row) => minutesIn(row?.[6]));
    expect(Math.round(minutes.reduce((sum, value) => sum + value, 0))).toBe(
      Number((await figuresOf(app, quarter, sent))['general.period.minutes']),
    );
    expect(JSON.stringify(cells)).toContain('=HYPERLINK');
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
    }
  });

  it('hold exact values in the CSV', async () => {
    const lines = (await content('csv')).toString().split('\r\n');
    expect(lines[0]).toBe('\ufeffScheda;Dal;Al;Sezione;Voce;Valore;Unità;Righe;Chiave');
    expect(lines).toContain(
      '1;2019-04-01;2019-06-30;Scheda finanziaria;Totale: residuo;13800,33;euro;5;financial.all.residual',
    );
  });

  it('are made once although the job runs twice', async () => {
    const { Deliveries } = await import('../../src/platform/outbox/deliveries.js');
    const other = await aQuarter(app);
    const again = await aSentReport(app, other);
    const deliveries = app.nest.get(Deliveries, { strict: false });
    await Promise.all([deliveries.deliver(again.job.id), deliveries.deliver(again.job.id)]);
    const [{ n }] = (await app.db.query(
      `SELECT count(*)::int AS n FROM document WHERE subject_id = $1`,
      [again.id],
    )) as [{ n: number }];
    expect(n).toBe(3);
  });

  it('can be asked for again after the job was cancelled, and only then', async () => {
    const other = await aQuarter(app);
    const waiting = await aSentReport(app, other);
    const as = app.as(other.project.manager);
    expect((await as.post(`${path(other, waiting)}/files`)).status).toBe(409);
    expect(await as.post(`/jobs/${waiting.job.id}/cancel`)).toMatchObject({
      status: 200,
      body: { state: 'cancelled' },
    });
    const asked = await as.post(`${path(other, waiting)}/files`);
    expect(asked).toMatchObject({ status: 201, body: { job: { state: 'queued' } } });
    await carryOut(app);
    expect((await as.get(path(other, waiting))).body.files).toHaveLength(3);
    const draft = await aDraft(app, other, { from: '2019-07-01', to: '2019-09-30' });
    expect((await as.post(`${path(other, draft)}/files`)).status).toBe(409);
  });
});

describe('the snapshot', () => {
  it('cannot be changed, not even by the owner of the tables', async () => {
    for (const table of ['report_snapshot', 'report_row', 'report_figure_row', 'report_file']) {
      await expect(app.db.query(`DELETE FROM ${table}`)).rejects.toThrow('append-only');
    }
    await expect(app.db.query(`UPDATE report_row SET label = 'x'`)).rejects.toThrow('append-only');
    await expect(
      app.db.query(`UPDATE report SET state = 'draft' WHERE id = $1`, [sent.id]),
    ).rejects.toThrow('was sent');
    await expect(app.db.query(`DELETE FROM report WHERE id = $1`, [sent.id])).rejects.toThrow(
      'was sent',
    );
    const [{ may }] = (await app.db.query(
      `SELECT has_table_privilege('capofila_app', 'report_row', 'UPDATE, DELETE') AS may`,
    )) as [{ may: boolean }];
    expect(may).toBe(false);
  });

  it('has the hash of all that it holds', async () => {
    const [{ content: text, sha256: told }] = (await app.db.query(
      'SELECT content::text, sha256 FROM report_snapshot WHERE report_id = $1',
      [sent.id],
    )) as [{ content: string; sha256: string }];
    const rows = await app.db.query(
      `SELECT row_table AS "table", row_id AS id, row_version AS version, day, label, detail, late FROM report_row WHERE report_id = $1`,
      [sent.id],
    );
    const figureRows = await app.db.query(
      `SELECT figure_key AS key, row_table AS "table", row_id AS id, amount FROM report_figure_row WHERE report_id = $1`,
      [sent.id],
    );
    expect(hashOf(text, rows, figureRows)).toBe(told);
    expect((await report()).sha256).toBe(told);
    expect(hashOf(text, rows.slice(1), figureRows)).not.toBe(told);
  });
});
