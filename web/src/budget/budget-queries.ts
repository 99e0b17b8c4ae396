import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type Matrix = Schemas['BudgetMatrix'];
export type MatrixLine = Schemas['MatrixLine'];
export type MatrixTotal = Schemas['MatrixTotal'];
export type Figures = Schemas['Figures'];
export type BudgetVersion = Schemas['BudgetVersionView'];

const path = (projectId: string) => ({ path: { projectId } });

/** Planned, spent and residual of the budget in force, or of the version named. */
export const matrixQuery = (projectId: string, budgetVersionId?: string) =>
  queryOptions({
    queryKey: ['budget', projectId, 'matrix', budgetVersionId ?? null],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/projects/{projectId}/budget', {
          params: { ...path(projectId), query: budgetVersionId ? { budgetVersionId } : {} },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const versionsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['budget', projectId, 'versions'],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/projects/{projectId}/budget-versions', { params: path(projectId) }),
        )
      ).items,
  });

/** Who carries budget, work items and categories: what a line can be made of. */
export const choicesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['budget', projectId, 'choices'],
    queryFn: () =>
      dataOf(api.GET('/api/v1/projects/{projectId}/budget-choices', { params: path(projectId) })),
    staleTime: 5 * 60_000,
  });

/** After a write on budget or spending: both are asked again, since each shows in the other. */
export function useMoneyChanged(projectId: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['budget', projectId] }),
      client.invalidateQueries({ queryKey: ['spending', projectId] }),
    ]);
  };
}
