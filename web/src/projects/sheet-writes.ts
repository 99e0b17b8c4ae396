import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';

const at = (projectId: string) => ({ path: { projectId } });

export const addObjective = (projectId: string, body: Schemas['AddObjective'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/objectives', {
      params: at(projectId),
      headers: keyHeader(key),
      body,
    }),
  );

type Versioned = { id: string; version: number };

const objectiveAt = (projectId: string, { id }: Versioned) => ({
  path: { projectId, objectiveId: id },
});

export const changeObjective = (
  projectId: string,
  objective: Versioned,
  body: Schemas['ChangeObjective'],
  key: string,
) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/objectives/{objectiveId}', {
      params: objectiveAt(projectId, objective),
      headers: editHeaders(objective.version, key),
      body,
    }),
  );

export const removeObjective = (projectId: string, objective: Versioned) =>
  dataOf(
    api.DELETE('/api/v1/projects/{projectId}/objectives/{objectiveId}', {
      params: objectiveAt(projectId, objective),
      headers: editHeaders(objective.version),
    }),
  );

export const addTeamMember = (projectId: string, body: Schemas['AddTeamMember'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/team', {
      params: at(projectId),
      headers: keyHeader(key),
      body,
    }),
  );

export const changeTeamMember = (
  projectId: string,
  { id, version }: Versioned,
  body: Schemas['ChangeTeamMember'],
  key: string,
) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/team/{teamMemberId}', {
      params: { path: { projectId, teamMemberId: id } },
      headers: editHeaders(version, key),
      body,
    }),
  );

export const addDeliverable = (projectId: string, body: Schemas['AddDeliverable'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/deliverables', {
      params: at(projectId),
      headers: keyHeader(key),
      body,
    }),
  );
