import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { BadShape } from '../kernel/errors.js';
import type { DocumentStore, ReceivedFile } from '../platform/documents/document-store.js';
import { tidyFileName } from '../platform/documents/file-name.js';
import { shapePipe } from '../platform/shape.pipe.js';
import { NewDocument } from './document.dto.js';

export interface Upload {
  file: ReceivedFile;
  name: string;
  about: NewDocument;
}

const FIELD_BYTES = 500;
const MOST_FIELDS = 110;

/** Reads a multipart request with one file; whatever goes wrong, no file is left behind. */
export async function readUpload(request: FastifyRequest, store: DocumentStore): Promise<Upload> {
  if (!request.isMultipart()) throw noFile();
  const fields: Record<string, unknown> = {};
  let sent: { file: ReceivedFile; name: string } | null = null;
  try {
    const parts = request.parts({
      limits: { files: 1, fields: MOST_FIELDS, fieldSize: FIELD_BYTES, fileSize: Infinity },
    });
    for await (const part of parts) {
      if (part.type === 'file') sent = await receive(part, store);
      else fields[part.fieldname] = together(fields[part.fieldname], part.value);
    }
    if (!sent) throw noFile();
    const about: NewDocument = await shapePipe().transform(fields, {
      type: 'body',
      metatype: NewDocument,
    });
    return { ...sent, about };
  } catch (error) {
    if (sent) await store.drop(sent.file);
    throw asProblem(error);
  }
}

/** A field that is sent again is a list. */
const together = (before: unknown, value: unknown): unknown =>
  before === undefined ? value : [before, value].flat();

async function receive(part: MultipartFile, store: DocumentStore) {
  if (part.fieldname !== 'file') {
    part.file.resume();
    throw noFile();
  }
  return { file: await store.receive(part.file), name: tidyFileName(part.filename) };
}

const noFile = () =>
  new BadShape('document.file', 'Manca il documento: invialo come campo «file» di un modulo.');

function asProblem(error: unknown): unknown {
  const { code } = error as { code?: string };
  return code?.startsWith('FST_') && code !== 'FST_REQ_FILE_TOO_LARGE' ? noFile() : error;
}
