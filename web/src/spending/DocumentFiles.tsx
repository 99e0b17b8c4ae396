import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, dataOf } from '../api/client.js';
import { sentenceOf } from '../api/problem.js';
import { useMay } from '../api/session.js';
import { upload } from '../api/upload.js';
import { fileSize } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { Progress } from '../frame/Progress.js';
import { useToast } from '../frame/toast.js';

interface DocumentFilesProps {
  projectId: string;
  /** Of the cost document. */
  id: string;
}

/** The scans of a cost document and of its payment, with a way to add one. */
export function DocumentFiles({ projectId, id }: DocumentFilesProps) {
  const may = useMay();
  const queryKey = ['documents', 'cost_document', id];
  const { data = [] } = useQuery({
    queryKey,
    queryFn: async () => {
      const query = { subjectTable: 'cost_document' as const, subjectId: id };
      const params = { path: { projectId }, query };
      return (await dataOf(api.GET('/api/v1/projects/{projectId}/documents', { params }))).items;
    },
  });
  return (
    <section>
      <h3 className="cf-section-title">Allegati</h3>
      {data.length === 0 && <p className="cf-muted">Nessun allegato.</p>}
      <ul className="cf-files">
        {data.map((file) => (
          <li key={file.id}>
            <a href={`/api/v1/projects/${projectId}/documents/${file.id}/content`} download>
              <Icon name="clip" />
              {file.name}
            </a>{' '}
            <span className="cf-muted">{fileSize(file.sizeBytes)}</span>
          </li>
        ))}
      </ul>
      {may('document.add', projectId) && (
        <AddFile projectId={projectId} id={id} queryKey={queryKey} />
      )}
    </section>
  );
}

function AddFile({ projectId, id, queryKey }: DocumentFilesProps & { queryKey: string[] }) {
  const field = useId();
  const client = useQueryClient();
  const toast = useToast();
  const [share, setShare] = useState<number | null>(null);
  const send = async (file: File) => {
    setShare(0);
    try {
      const subject = { table: 'cost_document', id };
      await upload({ projectId, file, kind: 'cost_document', subject, onProgress: setShare });
      await client.invalidateQueries({ queryKey });
    } catch (error) {
      toast({ text: `Allegato non inviato: ${sentenceOf(error)}`, tone: 'bad' });
    } finally {
      setShare(null);
    }
  };
  if (share !== null) return <Progress label="Invio dell’allegato" value={share} />;
  return (
    <label className="cf-file btn btn-outline-primary btn-sm" htmlFor={field}>
      <Icon name="clip" />
      Allega un file
      <input
        id={field}
        type="file"
        className="visually-hidden"
        onChange={(event) => event.target.files?.[0] && void send(event.target.files[0])}
      />
    </label>
  );
}
