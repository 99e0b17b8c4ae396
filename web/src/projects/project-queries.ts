import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { everyPage } from '../api/everyPage.js';

export type ProjectChange = Schemas['ChangeProject'];
export type ParticipationChange = Schemas['ChangeParticipation'];
export type WorkItemChange = Schemas['ChangeWorkItem'];

const path = (projectId: string) => ({ path: { projectId } });

export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'sheet'],
    queryFn: () => dataOf(api.GET('/api/v1/projects/{projectId}', { params: path(projectId) })),
  });

/** The whole partnership: a project has tens of bodies, not thousands. */
export const partnershipQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'participations'],
    queryFn: () =>
      everyPage((after) =>
        dataOf(
          api.GET('/api/v1/projects/{projectId}/participations', {
            params: { ...path(projectId), query: { limit: 200, ...(after && { after }) } },
          }),
        ),
      ),
  });

export const networkQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'network'],
    queryFn: () =>
      dataOf(api.GET('/api/v1/projects/{projectId}/network', { params: path(projectId) })),
  });

export const planQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'work-items'],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/work-items', { params: path(projectId) }),
        )
      ).items,
  });

export const planVersionsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'plan-versions'],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/work-plan-versions', { params: path(projectId) }),
        )
      ).items,
  });

export const deliverablesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'deliverables'],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/deliverables', { params: path(projectId) }),
        )
      ).items,
  });

export const fundsQuery = queryOptions({
  queryKey: ['programmes'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/programmes'))).items,
  staleTime: 30 * 60_000,
});

export const addProject = (body: Schemas['AddProject'], key: string) =>
  dataOf(api.POST('/api/v1/projects', { headers: keyHeader(key), body }));

export const changeProject = (
  { id, version }: Schemas['ProjectView'],
  body: ProjectChange,
  key: string,
) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}', {
      params: path(id),
      headers: editHeaders(version, key),
      body,
    }),
  );

export const addParticipation = (
  projectId: string,
  body: Schemas['AddParticipation'],
  key: string,
) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/participations', {
      params: path(projectId),
      headers: keyHeader(key),
      body,
    }),
  );

export const changeParticipation = (
  projectId: string,
  { id, version }: Schemas['ParticipationView'],
  body: ParticipationChange,
  key: string,
) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/participations/{participationId}', {
      params: { path: { projectId, participationId: id } },
      headers: editHeaders(version, key),
      body,
    }),
  );

export const addWorkItem = (projectId: string, body: Schemas['AddWorkItem'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/work-items', {
      params: path(projectId),
      headers: keyHeader(key),
      body,
    }),
  );

export const changeWorkItem = (
  projectId: string,
  { id, version }: Schemas['WorkItemView'],
  body: WorkItemChange,
  key: string,
) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/work-items/{workItemId}', {
      params: { path: { projectId, workItemId: id } },
      headers: editHeaders(version, key),
      body,
    }),
  );

export const openPlanDraft = (projectId: string) =>
  dataOf(api.POST('/api/v1/projects/{projectId}/work-plan-versions', { params: path(projectId) }));

export const approvePlan = (
  projectId: string,
  { id, version }: Schemas['PlanVersionView'],
  body: Schemas['ApprovePlan'],
) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/work-plan-versions/{planVersionId}/approve', {
      params: { path: { projectId, planVersionId: id } },
      headers: editHeaders(version),
      body,
    }),
  );

/** After a write: everything of projects is read again, and who I am, since it lists my projects. */
export function useProjectsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['projects'] }),
      client.invalidateQueries({ queryKey: ['work-items'] }),
      client.invalidateQueries({ queryKey: ['me'] }),
    ]);
  };
}
