import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { FileList } from '../documents/FileList.js';
import type { Activity } from './activity-queries.js';
import { FilePick } from './FilePick.js';
import { UploadProgress, useUpload } from './useUpload.js';

/** The attachments of an activity, with a way to add one. */
export function ActivityFiles({ activity }: { activity: Activity }) {
  const { id, projectId } = activity;
  const may = useMay();
  const uploading = useUpload();
  const queryKey = ['documents', 'activity', id];
  const { data = [] } = useQuery({
    queryKey,
    queryFn: async () => {
      const query = { subjectTable: 'activity' as const, subjectId: id };
      const path = { projectId };
      return (
        await dataOf(api.GET('/api/v1/projects/{projectId}/documents', { params: { path, query } }))
      ).items;
    },
  });
  return (
    <section>
      <h3 className="cf-section-title">Allegati</h3>
      <FileList projectId={projectId} documents={data} queryKey={queryKey} />
      {may('document.add', projectId) && uploading.share === null && (
        <FilePick file={null} set={(file) => file && void uploading.send(activity, file)} />
      )}
      <UploadProgress uploading={uploading} />
    </section>
  );
}
