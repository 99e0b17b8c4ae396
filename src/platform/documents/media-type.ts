import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN = 'application/vnd.oasis.opendocument';

/** Extension of each type that is kept; the content decides, the name is not believed. */
const ACCEPTED: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
  [`${OFFICE}.wordprocessingml.document`]: 'docx',
  [`${OFFICE}.spreadsheetml.sheet`]: 'xlsx',
  [`${OPEN}.text`]: 'odt',
  [`${OPEN}.spreadsheet`]: 'ods',
  // An electronic invoice.
  'application/xml': 'xml',
};
const TEXT: Record<string, string> = { csv: 'text/csv', txt: 'text/plain' };
const SAMPLE_BYTES = 65_536;

/** The type of a stored file by its content; null when it is not one that is kept. */
export async function acceptedType(path: string, name: string): Promise<string | null> {
  const found = await fileTypeFromFile(path);
  if (found) return found.mime in ACCEPTED ? found.mime : null;
  const declared = TEXT[name.split('.').pop()?.toLowerCase() ?? ''];
  return declared && (await isText(path)) ? declared : null;
}

/** Plain text has no signature: it is what holds no control characters besides line ends and tabs. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    // eslint-disable-next-line no-control-regex
    return !/[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]/.test(buffer.toString('latin1', 0, bytesRead));
  } finally {
    await file.close();
  }
}

export const acceptedExtensions = [...new Set([...Object.values(ACCEPTED), ...Object.keys(TEXT)])];
