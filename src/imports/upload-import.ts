import type { FastifyRequest } from 'fastify';
import { BadShape } from '../kernel/errors.js';
import type { DocumentStore, ReceivedFile } from '../platform/documents/document-store.js';
import { tidyFileName } from '../platform/documents/file-name.js';
import { shapePipe } from '../platform/shape.pipe.js';
import { NewImport } from './import.dto.js';
import { importTargets } from './import.entity.js';

export interface SentSheet {
  file: ReceivedFile;
  name: string;
  about: NewImport;
}

/** The multipart form, for the OpenAPI document. */
export const importSchema = {
  type: 'object' as const,
  additionalProperties: false,
  required: ['file', 'target'],
  properties: {
    file: { type: 'string', format: 'binary' },
    target: { type: 'string', enum: [...importTargets] },
  },
};

/** Reads a multipart request with one file; whatever goes wrong, no file is left behind. */
export async function readSheetUpload(
  request: FastifyRequest,
  store: DocumentStore,
): Promise<SentSheet> {
  if (!request.isMultipart()) throw noFile();
  const fields: Record<string, unknown> = {};
  let sent: { file: ReceivedFile; name: string } | null = null;
  try {
    const limits = { files: 1, fields: 5, fieldSize: 200, fileSize: Infinity };
    for await (const part of request.parts({ limits })) {
      if (part.type !== 'file') fields[part.fieldname] = part.value;
      else sent = { file: await store.receive(part.file), name: tidyFileName(part.filename) };
    }
    if (!sent) throw noFile();
    const about = (await shapePipe().transform(fields, {
      type: 'body',
      metatype: NewImport,
    })) as NewImport;
    return { ...sent, about };
  } catch (error) {
    if (sent) await store.drop(sent.file);
    throw asProblem(error);
  }
}

const noFile = () =>
  new BadShape('import.file', 'Manca il file: scegli un foglio XLSX, ODS o CSV e invialo.');

function asProblem(error: unknown): unknown {
  const { code } = error as { code?: string };
  return code?.startsWith('FST_') && code !== 'FST_REQ_FILE_TOO_LARGE' ? noFile() : error;
}
