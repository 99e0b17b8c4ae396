import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import type { Schemas, QueryOf } from '../api/client.js';
import { everyPage, firstRows } from '../api/everyPage.js';

export type Expense = Schemas['ExpenseView'];
export type CostDocument = Schemas['CostDocumentView'];
export type Block = Expense['blocks'][number];
export type DocumentKind = CostDocument['kind'];

/** The filters as the API wants them: the list, its totals and the rows of a figure take the same. */
export type ExpenseFilter = QueryOf<'/api/v1/projects/{projectId}/expenses/totals'>;

const EXPENSES = '/api/v1/projects/{projectId}/expenses';
const DOCUMENTS = '/api/v1/projects/{projectId}/cost-documents';
const path = (projectId: string) => ({ projectId });

export const expensesPage = (
  projectId: string,
  filter: ExpenseFilter,
  after?: string,
  limit = 50,
) =>
  dataOf(
    api.GET(EXPENSES, {
      params: { path: path(projectId), query: { ...filter, limit, ...(after && { after }) } },
    }),
  );

/** The address of the CSV of a filter: a plain link, streamed by the server. */
export function exportAddress(projectId: string, filter: ExpenseFilter): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  const params = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  return `/api/v1/projects/${projectId}/expenses/export.csv?${params}`;
}

export const everyExpense = (projectId: string, filter: ExpenseFilter): Promise<Expense[]> =>
  everyPage((after) => expensesPage(projectId, filter, after, 200));

/** The rows of a figure. */
export const expenseRows = (projectId: string, filter: ExpenseFilter) =>
  firstRows((after) => expensesPage(projectId, filter, after, 200));

export const expenseTotals = (projectId: string, query: ExpenseFilter) =>
  dataOf(api.GET(`${EXPENSES}/totals`, { params: { path: path(projectId), query } }));

export const totalsQuery = (projectId: string, filter: ExpenseFilter) =>
  queryOptions({
    queryKey: ['spending', projectId, 'totals', filter],
    queryFn: () => expenseTotals(projectId, filter),
    placeholderData: keepPreviousData,
  });

export const expenseQuery = (projectId: string, expenseId: string) =>
  queryOptions({
    queryKey: ['spending', projectId, 'expense', expenseId],
    queryFn: () =>
      dataOf(api.GET(`${EXPENSES}/{expenseId}`, { params: { path: { projectId, expenseId } } })),
  });

export const expenseHistoryQuery = (projectId: string, expenseId: string) =>
  queryOptions({
    queryKey: ['spending', projectId, 'expense-history', expenseId],
    queryFn: async () =>
      (
        await dataOf(
          api.GET(`${EXPENSES}/{expenseId}/history`, {
            params: { path: { projectId, expenseId } },
          }),
        )
      ).items,
  });

export type DocumentFilter = Omit<
  QueryOf<'/api/v1/projects/{projectId}/cost-documents'>,
  'after' | 'limit'
>;

export const documentsPage = (
  projectId: string,
  filter: DocumentFilter,
  after?: string,
  limit = 50,
) =>
  dataOf(
    api.GET(DOCUMENTS, {
      params: { path: path(projectId), query: { ...filter, limit, ...(after && { after }) } },
    }),
  );

export const documentQuery = (projectId: string, costDocumentId: string) =>
  queryOptions({
    queryKey: ['spending', projectId, 'document', costDocumentId],
    queryFn: () =>
      dataOf(
        api.GET(`${DOCUMENTS}/{costDocumentId}`, {
          params: { path: { projectId, costDocumentId } },
        }),
      ),
  });

export const documentHistoryQuery = (projectId: string, costDocumentId: string) =>
  queryOptions({
    queryKey: ['spending', projectId, 'document-history', costDocumentId],
    queryFn: async () =>
      (
        await dataOf(
          api.GET(`${DOCUMENTS}/{costDocumentId}/history`, {
            params: { path: { projectId, costDocumentId } },
          }),
        )
      ).items,
  });
