import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Document } from '../documents/document.entity.js';
import { lockContent } from '../documents/documents.service.js';
import { DocumentStore } from '../platform/documents/document-store.js';
import {
  type Handler,
  OutboxHandler,
  type Delivery,
  type Progress,
} from '../platform/outbox/handler.js';
import { renderCsv } from './export/csv.js';
import { renderPdfApart } from './export/pdf-apart.js';
import { fileName, type Printable } from './export/printable.js';
import type { FileFormat } from './report.dto.js';
import { FILES_JOB } from './send.service.js';
import { contentOf, figureRowsOf } from './snapshot.js';

interface Asked {
  subjectId: string;
  projectId: string;
}

interface Rendered {
  format: FileFormat;
  name: string;
  mediaType: string;
  bytes: Buffer;
}

const MEDIA_TYPES: Record<FileFormat, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};
// The libraries are large and every start would wait for them: they are loaded with the first file.
const renderers: [FileFormat, (printable: Printable) => Promise<Buffer> | Buffer][] = [
  ['pdf', renderPdfApart],
  ['xlsx', async (printable) => (await import('./export/xlsx.js')).renderXlsx(printable)],
  ['csv', renderCsv],
];

/** Renders the files of a sent report from its snapshot alone: run twice, it makes the same files and stores them once. */
@OutboxHandler(FILES_JOB)
@Injectable()
export class ReportFilesHandler implements Handler<Asked, Rendered[]> {
  constructor(
    private readonly source: DataSource,
    private readonly store: DocumentStore,
  ) {}

  async prepare({ subjectId }: Asked, _: Delivery, progress: Progress): Promise<Rendered[]> {
    const printable = await printableOf(this.source.manager, subjectId);
    const rendered: Rendered[] = [];
    for (const [format, render] of renderers) {
      await progress.to(rendered.length, `Preparo il file ${format.toUpperCase()}`);
      const bytes = await render(printable);
      rendered.push({
        format,
        name: fileName(printable, format),
        mediaType: MEDIA_TYPES[format],
        bytes,
      });
    }
    await progress.to(rendered.length);
    return rendered;
  }

  async settle(
    db: EntityManager,
    { subjectId, projectId }: Asked,
    files: Rendered[],
  ): Promise<void> {
    for (const file of files) await this.keep(db, { subjectId, projectId }, file);
  }

  private async keep(
    db: EntityManager,
    { subjectId, projectId }: Asked,
    file: Rendered,
  ): Promise<void> {
    const { format, name, mediaType, bytes } = file;
    const received = await this.store.receive(Readable.from([bytes]), Infinity);
    const { sha256, size: sizeBytes } = received;
    await lockContent(db, sha256);
    const about = {
      kind: 'report',
      subjectTable: 'report',
      subjectId,
      confidential: false,
    } as const;
    const document = await db.save(
      db.create(Document, {
        projectId,
        participationId: null,
        name,
        mediaType,
        sha256,
        sizeBytes,
        ...about,
      }),
    );
    await db.query(
      `INSERT INTO report_file (report_id, format, document_id, sha256, size_bytes) VALUES ($1, $2, $3, $4, $5)`,
      [subjectId, format, document.id, sha256, sizeBytes],
    );
    await this.store.keep(received);
  }
}

/** The snapshot of a sent report, ready to be rendered. */
export async function printableOf(db: EntityManager, reportId: string): Promise<Printable> {
  const [snapshot] = (await db.query(
    'SELECT sha256, frozen_at AS "sentAt" FROM report_snapshot WHERE report_id = $1',
    [reportId],
  )) as [{ sha256: string; sentAt: Date }];
  return {
    ...(await contentOf(db, reportId)),
    ...snapshot,
    rows: await figureRowsOf(db, reportId),
  };
}
