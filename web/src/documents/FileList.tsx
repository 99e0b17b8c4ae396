import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, dataOf } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { useConfirm } from '../frame/confirm.js';
import { RowAction } from '../frame/DataTable.js';
import { fileSize } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { useAttempt } from '../frame/useAttempt.js';

type StoredDocument = Schemas['DocumentView'];

interface FileListProps {
  projectId: string;
  documents: StoredDocument[];
  /** Of the list, to read it again. */
  queryKey: string[];
  /** What to say before the size. */
  note?: (document: StoredDocument) => ReactNode;
}

/** The files attached to a row, to open or to take away. */
export function FileList({ projectId, documents, queryKey, note }: FileListProps) {
  const may = useMay();
  const remove = useRemoval(projectId, queryKey);
  if (documents.length === 0) return <p className="cf-muted">Nessun allegato.</p>;
  return (
    <ul className="cf-files">
      {documents.map((document) => (
        <li key={document.id}>
          <a href={`/api/v1/projects/${projectId}/documents/${document.id}/content`} download>
            <Icon name="clip" />
            {document.name}
          </a>{' '}
          <span className="cf-muted">
            {note?.(document)}
            {fileSize(document.sizeBytes)}
          </span>{' '}
          {may('document.remove', projectId) && (
            <RowAction
              icon="delete"
              label={`Togli ${document.name}`}
              onClick={() => void remove(document)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function useRemoval(projectId: string, queryKey: string[]) {
  const client = useQueryClient();
  const ask = useConfirm();
  const again = () => client.invalidateQueries({ queryKey });
  const attempt = useAttempt(again);
  return async ({ id, name }: StoredDocument) => {
    const params = { path: { projectId, documentId: id } };
    const reason = await ask({
      title: `Togliere «${name}»?`,
      action: 'Togli',
      danger: true,
      reasonLabel: 'Motivo',
    });
    if (reason === null) return;
    const restore = () =>
      dataOf(
        api.POST('/api/v1/projects/{projectId}/documents/{documentId}/restore', { params }),
      ).then(again);
    const removal = api.POST('/api/v1/projects/{projectId}/documents/{documentId}/remove', {
      params,
      body: { reason },
    });
    await attempt(removal, { text: `«${name}» tolto.`, undo: restore });
  };
}
