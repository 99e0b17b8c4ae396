import type { Schemas } from './client.js';
import { ProblemError, unreachable } from './problem.js';

export type StoredDocument = Schemas['DocumentView'];

export interface Upload extends Sending {
  projectId: string;
  file: File;
  /** What it is: 'register', 'evidence', 'cost_document'… */
  kind: StoredDocument['kind'];
  /** The rows it belongs to, all or none: table name and ids. */
  subject?: { table: string; ids: string[] };
}

interface Sending {
  /** From 0 to 1 while the bytes leave. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends a file; only XMLHttpRequest says how much of it has left. Throws `ProblemError`. */
export function sendForm<Answer>(address: string, form: FormData, { onProgress, signal }: Sending) {
  return new Promise<Answer>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as Answer)
        : reject(new ProblemError({ ...(request.response as object), status: request.status }));
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new ProblemError({ detail: 'Invio interrotto.' }));
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** Keeps a file in a project. */
export function upload({ projectId, file, kind, subject, ...sending }: Upload) {
  const form = new FormData();
  form.append('kind', kind);
  if (subject) {
    form.append('subjectTable', subject.table);
    for (const id of subject.ids) form.append('subjectId', id);
  }
  // The fields come first: the server reads the form as a stream.
  form.append('file', file);
  return sendForm<StoredDocument>(`/api/v1/projects/${projectId}/documents`, form, sending);
}
