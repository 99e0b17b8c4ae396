import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas, QueryOf } from '../api/client.js';

export type Contract = Schemas['ContractView'];
export type ContractLine = Schemas['ContractLineView'];
export type PackageRow = Schemas['PackageRow'];
export type PackagePart = Schemas['PackagePart'];
export type InvoiceComparison = Schemas['InvoiceComparison'];
export type InvoiceRow = Schemas['InvoiceRow'];
export type Territory = Schemas['TerritoryView'];

export type PackageView = 'line' | 'contract' | 'body' | 'language' | 'territory';
export type PackageFigure =
  | 'allotted'
  | 'planned'
  | 'done'
  | 'confirmed'
  | 'billable'
  | 'used'
  | 'limited';

export const contractsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['contracts', projectId, 'list'],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/contracts', { params: { path: { projectId } } }),
        )
      ).items,
  });

export const packagesQuery = (projectId: string, by: PackageView) =>
  queryOptions({
    queryKey: ['contracts', projectId, 'packages', by],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/packages', {
            params: { path: { projectId }, query: { by } },
          }),
        )
      ).items,
  });

interface FigureOf {
  by: PackageView;
  key: string | null;
  unit: PackageRow['unit'];
  figure: PackageFigure;
}

/** The rows of one figure and their sum. */
export const packageParts = (projectId: string, { key, ...figure }: FigureOf) =>
  dataOf(
    api.GET('/api/v1/projects/{projectId}/packages/parts', {
      params: { path: { projectId }, query: { ...figure, ...(key !== null && { group: key }) } },
    }),
  );

type TypedInvoice = QueryOf<'/api/v1/projects/{projectId}/contracts/{contractId}/invoice-match'>;

/** The amount of an invoice against the confirmed work of a contract. */
export const matchInvoice = ({ projectId, id: contractId }: Contract, query: TypedInvoice) =>
  dataOf(
    api.GET('/api/v1/projects/{projectId}/contracts/{contractId}/invoice-match', {
      params: { path: { projectId, contractId }, query },
    }),
  );

export const addContract = (projectId: string, body: Schemas['NewContract'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/contracts', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const changeContract = (
  { projectId, id: contractId, version }: Contract,
  body: Schemas['ChangeContract'],
  key: string,
) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/contracts/{contractId}', {
      params: { path: { projectId, contractId } },
      headers: editHeaders(version, key),
      body,
    }),
  );

export const addLine = (
  { projectId, id: contractId }: Contract,
  body: Schemas['NewContractLine'],
  key: string,
) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/contracts/{contractId}/lines', {
      params: { path: { projectId, contractId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const changeLine = (
  projectId: string,
  { id: contractLineId, version }: ContractLine,
  body: Schemas['ChangeContractLine'],
  key: string,
) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/contract-lines/{contractLineId}', {
      params: { path: { projectId, contractLineId } },
      headers: editHeaders(version, key),
      body,
    }),
  );

export const removeLine = (projectId: string, { id: contractLineId, version }: ContractLine) =>
  api.DELETE('/api/v1/projects/{projectId}/contract-lines/{contractLineId}', {
    params: { path: { projectId, contractLineId } },
    headers: editHeaders(version),
  });

export const allotLine = (
  projectId: string,
  { id: contractLineId, version }: ContractLine,
  items: Schemas['AllotmentInput'][],
  key: string,
) =>
  dataOf(
    api.PUT('/api/v1/projects/{projectId}/contract-lines/{contractLineId}/allotments', {
      params: { path: { projectId, contractLineId } },
      headers: editHeaders(version, key),
      body: { items },
    }),
  );

/** After a write: every figure of the project's packages may be another one. */
export function useContractsChanged(projectId: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['contracts', projectId] });
}
