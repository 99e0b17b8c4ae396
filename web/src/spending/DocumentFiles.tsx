import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, dataOf } from '../api/client.js';
import { sentenceOf } from '../api/problem.js';
import { useMay } from '../api/session.js';
import { FileList } from '../documents/FileList.js';
import { type StoredDocument, upload } from '../api/upload.js';
import { Icon } from '../frame/Icon.js';
import { Progress } from '../frame/Progress.js';
import { useToast } from '../frame/toast.js';

interface DocumentFilesProps {
  projectId: string;
  /** Of the cost document. */
  id: string;
  /** The document does not bear it: a declaration may. */
  withoutCup: boolean;
}

interface What {
  kind: StoredDocument['kind'];
  label: string;
  /** What follows from it, told when it is stored. */
  done?: string;
}

const SCAN: What = { kind: 'cost_document', label: 'Allega un file' };
const DECLARATION: What = {
  kind: 'cup_declaration',
  label: 'Allega la dichiarazione sul CUP',
  done: 'Dichiarazione allegata: fra poco le spese di questo giustificativo non saranno più «senza CUP».',
};

interface AddFileProps extends Pick<DocumentFilesProps, 'projectId' | 'id'> {
  queryKey: string[];
  what: What;
}

/** The scans of a cost document and of its payment, with a way to add one. */
export function DocumentFiles({ projectId, id, withoutCup }: DocumentFilesProps) {
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
      <FileList
        projectId={projectId}
        documents={data}
        queryKey={queryKey}
        note={({ kind }) => kind === DECLARATION.kind && 'Dichiarazione sul CUP · '}
      />
      {may('document.add', projectId) && (
        <div className="cf-buttons">
          <AddFile projectId={projectId} id={id} queryKey={queryKey} what={SCAN} />
          {withoutCup && (
            <AddFile projectId={projectId} id={id} queryKey={queryKey} what={DECLARATION} />
          )}
        </div>
      )}
    </section>
  );
}

function AddFile({ projectId, id, queryKey, what }: AddFileProps) {
  const field = useId();
  const client = useQueryClient();
  const toast = useToast();
  const [share, setShare] = useState<number | null>(null);
  const send = async (file: File) => {
    setShare(0);
    try {
      const subject = { table: 'cost_document', ids: [id] };
      await upload({ projectId, file, kind: what.kind, subject, onProgress: setShare });
      await client.invalidateQueries({ queryKey });
      if (what.done) toast({ text: what.done, tone: 'good' });
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
      {what.label}
      <input
        id={field}
        type="file"
        className="visually-hidden"
        onChange={(event) => event.target.files?.[0] && void send(event.target.files[0])}
      />
    </label>
  );
}
