import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { fileSize } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import type { Activity } from './activity-queries.js';
import { FilePick } from './FilePick.js';
import { UploadProgress, useUpload } from './useUpload.js';

/** The attachments of an activity, with a way to add one. */
export function ActivityFiles({ activity }: { activity: Activity }) {
  const { id, projectId } = activity;
  const may = useMay();
  const uploading = useUpload();
  const { data = [] } = useQuery({
    queryKey: ['documents', 'activity', id],
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
      {data.length === 0 && <p className="cf-muted">Nessun allegato.</p>}
      <ul className="cf-files">
        {data.map((document) => (
          <li key={document.id}>
            <a href={`/api/v1/projects/${projectId}/documents/${document.id}/content`} download>
              <Icon name="clip" />
              {document.name}
            </a>{' '}
            <span className="cf-muted">{fileSize(document.sizeBytes)}</span>
          </li>
        ))}
      </ul>
      {may('document.add', projectId) && uploading.share === null && (
        <FilePick file={null} set={(file) => file && void uploading.send(activity, file)} />
      )}
      <UploadProgress uploading={uploading} />
    </section>
  );
}
