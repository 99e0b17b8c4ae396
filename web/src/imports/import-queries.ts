import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { sendForm } from '../api/upload.js';

export type Import = Schemas['ImportView'];
export type ImportRow = Schemas['ImportRow'];
export type ResultRow = Schemas['ResultRow'];
export type Target = ImportRow['target'];

const BUSY = ['checking', 'applying', 'undoing'];
const LOOK_AGAIN_MS = 700;

export const isBusy = ({ state }: Pick<ImportRow, 'state'>): boolean => BUSY.includes(state);

export const importQuery = (projectId: string, importId: string) =>
  queryOptions({
    queryKey: ['imports', projectId, importId],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/projects/{projectId}/imports/{importId}', {
          params: { path: { projectId, importId } },
        }),
      ),
    refetchInterval: ({ state: { data } }) => (data && isBusy(data) ? LOOK_AGAIN_MS : false),
  });

export const jobQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['jobs', jobId],
    queryFn: () => dataOf(api.GET('/api/v1/jobs/{jobId}', { params: { path: { jobId } } })),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const cancelJob = (jobId: string) =>
  dataOf(api.POST('/api/v1/jobs/{jobId}/cancel', { params: { path: { jobId } } }));

export const importsPage = (projectId: string, after: string | undefined) =>
  dataOf(
    api.GET('/api/v1/projects/{projectId}/imports', {
      params: { path: { projectId }, query: { limit: 20, ...(after && { after }) } },
    }),
  );

export const resultsPage = (
  { projectId, importId }: { projectId: string; importId: string },
  state: ResultRow['state'] | null,
  after: string | undefined,
) =>
  dataOf(
    api.GET('/api/v1/projects/{projectId}/imports/{importId}/rows', {
      params: {
        path: { projectId, importId },
        query: { limit: 100, ...(state && { state: [state] }), ...(after && { after }) },
      },
    }),
  );

export type Mapping = Record<string, number | null>;

export const checkImport = (projectId: string, importId: string, mapping: Mapping, key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/imports/{importId}/check', {
      params: { path: { projectId, importId } },
      headers: keyHeader(key),
      body: {
        mapping: Object.entries(mapping).flatMap(([field, column]) =>
          column === null ? [] : { field, column },
        ),
      },
    }),
  );

export const applyImport = (projectId: string, importId: string, onlyGood: boolean, key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/imports/{importId}/apply', {
      params: { path: { projectId, importId } },
      headers: keyHeader(key),
      body: { onlyGood },
    }),
  );

export const undoImport = (projectId: string, importId: string, key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/imports/{importId}/undo', {
      params: { path: { projectId, importId } },
      headers: keyHeader(key),
    }),
  );

export const templateAddress = (projectId: string, target: Target, format: string): string =>
  `/api/v1/projects/${projectId}/imports/template?target=${target}&format=${format}`;

interface Sent {
  projectId: string;
  target: Target;
  file: File;
  onProgress: (share: number) => void;
}

export function sendSheet({ projectId, target, file, onProgress }: Sent): Promise<Import> {
  const form = new FormData();
  form.append('target', target);
  // The fields come first: the server reads the form as a stream.
  form.append('file', file);
  return sendForm<Import>(`/api/v1/projects/${projectId}/imports`, form, { onProgress });
}

/** After rows were made or taken back: lists, sums and counts may all be others. */
export function useImported(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}
