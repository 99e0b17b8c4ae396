import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import type { CostDocument, Expense } from './spending-queries.js';

const EXPENSE = '/api/v1/projects/{projectId}/expenses/{expenseId}';
const DOCUMENT = '/api/v1/projects/{projectId}/cost-documents/{costDocumentId}';

const at = ({ projectId, id }: Expense) => ({ path: { projectId, expenseId: id } });

export const recordDocument = (projectId: string, body: Schemas['NewCostDocument'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/cost-documents', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const chargeExpense = (projectId: string, body: Schemas['NewExpense'], key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/expenses', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const changeExpense = (expense: Expense, body: Schemas['ExpenseChange'], key: string) =>
  dataOf(
    api.PATCH(EXPENSE, { params: at(expense), headers: editHeaders(expense.version, key), body }),
  );

export const correctExpense = (expense: Expense, body: Schemas['ExpenseCorrection'], key: string) =>
  dataOf(
    api.POST(`${EXPENSE}/corrections`, {
      params: at(expense),
      headers: editHeaders(expense.version, key),
      body,
    }),
  );

export const cancelExpense = (expense: Expense, reason: string) =>
  dataOf(
    api.POST(`${EXPENSE}/cancel`, {
      params: at(expense),
      headers: editHeaders(expense.version),
      body: { reason },
    }),
  );

/** From the project that received it: only that one changes it. */
const of = ({ projectId, id }: CostDocument) => ({ path: { projectId, costDocumentId: id } });

export const changeDocument = (
  document: CostDocument,
  body: Schemas['CostDocumentChange'],
  key: string,
) =>
  dataOf(
    api.PATCH(DOCUMENT, {
      params: of(document),
      headers: editHeaders(document.version, key),
      body,
    }),
  );

export const cancelDocument = (document: CostDocument, reason: string) =>
  dataOf(
    api.POST(`${DOCUMENT}/cancel`, {
      params: of(document),
      headers: editHeaders(document.version),
      body: { reason },
    }),
  );
