import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import { AddFile } from '../documents/AddFile.js';
import type { What } from '../documents/AddFile.js';
import { FileList } from '../documents/FileList.js';
import { Card } from '../frame/Card.js';
import type { Project } from './words.js';

const LOGO: What = {
  kind: 'logo',
  label: 'Aggiungi un logo',
  accept: 'image/png,image/jpeg',
  done: 'Logo aggiunto: sta sui prossimi registri stampati.',
};

/** The logos that stand on the registers of the project. */
export function LogosCard({ project: { id: projectId } }: { project: Project }) {
  const queryKey = ['documents', 'logos', projectId];
  const { data } = useQuery({
    queryKey,
    queryFn: async () => {
      const query = {
        subjectTable: 'project' as const,
        subjectId: projectId,
        kind: 'logo' as const,
      };
      const params = { path: { projectId }, query };
      return (await dataOf(api.GET('/api/v1/projects/{projectId}/documents', { params }))).items;
    },
  });
  const subject = { table: 'project', ids: [projectId] };
  return (
    <Card title="Loghi" lead="Stanno in testa ai registri stampati, fino a tre: PNG o JPEG.">
      {data && <FileList projectId={projectId} documents={data} queryKey={queryKey} />}
      <AddFile projectId={projectId} subject={subject} queryKey={queryKey} what={LOGO} />
    </Card>
  );
}
