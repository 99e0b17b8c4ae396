import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { AddFile } from '../documents/AddFile.js';
import type { What } from '../documents/AddFile.js';
import { FileList } from '../documents/FileList.js';

interface DocumentFilesProps {
  projectId: string;
  /** Of the cost document. */
  id: string;
  /** The document does not bear it: a declaration may. */
  withoutCup: boolean;
}

const SCAN: What = { kind: 'cost_document', label: 'Allega un file' };
const DECLARATION: What = {
  kind: 'cup_declaration',
  label: 'Allega la dichiarazione sul CUP',
  done: 'Dichiarazione allegata: fra poco le spese di questo giustificativo non saranno più «senza CUP».',
};

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
  const to = { projectId, queryKey, subject: { table: 'cost_document', ids: [id] } };
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
          <AddFile {...to} what={SCAN} />
          {withoutCup && <AddFile {...to} what={DECLARATION} />}
        </div>
      )}
    </section>
  );
}
