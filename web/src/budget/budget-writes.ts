import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import type { BudgetVersion, MatrixLine } from './budget-queries.js';

const VERSION = '/api/v1/projects/{projectId}/budget-versions/{budgetVersionId}';
const LINE = '/api/v1/projects/{projectId}/budget-lines/{budgetLineId}';

export const openVersion = (projectId: string, key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/budget-versions', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body: {},
    }),
  );

const of = (projectId: string, { id }: BudgetVersion) => ({
  path: { projectId, budgetVersionId: id },
});

export const discardVersion = (projectId: string, version: BudgetVersion) =>
  api.DELETE(VERSION, { params: of(projectId, version), headers: editHeaders(version.version) });

export const approveVersion = (
  projectId: string,
  version: BudgetVersion,
  body: Schemas['BudgetApproval'],
  key: string,
) =>
  dataOf(
    api.POST(`${VERSION}/approve`, {
      params: of(projectId, version),
      headers: editHeaders(version.version, key),
      body,
    }),
  );

export const addLine = (
  projectId: string,
  version: BudgetVersion,
  body: Schemas['NewBudgetLine'],
  key: string,
) =>
  dataOf(
    api.POST(`${VERSION}/lines`, { params: of(projectId, version), headers: keyHeader(key), body }),
  );

const at = (projectId: string, { id }: MatrixLine) => ({ path: { projectId, budgetLineId: id } });

export const changeLine = (
  projectId: string,
  line: MatrixLine,
  body: Schemas['BudgetLineChange'],
  key: string,
) =>
  dataOf(
    api.PATCH(LINE, { params: at(projectId, line), headers: editHeaders(line.version, key), body }),
  );

export const removeLine = (projectId: string, line: MatrixLine) =>
  api.DELETE(LINE, { params: at(projectId, line), headers: editHeaders(line.version) });
