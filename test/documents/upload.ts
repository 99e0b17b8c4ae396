import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp } from '../support/app.js';
import type { Answer } from '../support/client.js';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface File {
  name: string;
  content: Buffer;
}

/** A multipart body as a browser sends it. */
export function formOf(
  file: File | null,
  fields: Record<string, string | string[]>,
): { body: Buffer; type: string } {
  const boundary = `----test${randomBytes(8).toString('hex')}`;
  const parts: Buffer[] = Object.entries(fields).flatMap(([name, values]) =>
    [values]
      .flat()
      .map((value) =>
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        ),
      ),
  );
  if (file) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    parts.push(Buffer.from(head), file.content, Buffer.from('\r\n'));
  }
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

export function upload(
  app: TestApp,
  user: { id: string } | null,
  projectId: string,
  file: File | null,
  {
    fields = { kind: 'other' },
    headers = {},
  }: { fields?: Record<string, string | string[]>; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { body, type } = formOf(file, fields);
  return app
    .as(user)
    .post(`/projects/${projectId}/documents`, body, { 'content-type': type, ...headers });
}

/** Every file below the documents' folder, by relative path. */
export function storedFiles(app: TestApp, folder = 'documents'): string[] {
  const path = join(app.dataDir, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? storedFiles(app, join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
