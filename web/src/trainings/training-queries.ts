import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type Training = Schemas['TrainingView'];
export type Trainings = Schemas['TrainingList'];
export type Operator = Training['operators'][number];

export interface TrainingFilter {
  from?: string;
  to?: string;
  workItemId?: string[];
}

const TRAININGS = '/api/v1/projects/{projectId}/trainings';

export const trainingsQuery = (projectId: string, query: TrainingFilter = {}) =>
  queryOptions({
    queryKey: ['trainings', projectId, query],
    queryFn: () => dataOf(api.GET(TRAININGS, { params: { path: { projectId }, query } })),
    placeholderData: keepPreviousData,
  });

/** The address of the sheet of operators: one line for each. */
export function trainingsFile(projectId: string, filter: TrainingFilter): string {
  const asked = Object.entries(filter).flatMap(([name, value]: [string, string | string[]]) =>
    [value].flat().map((one) => [name, one]),
  );
  return `/api/v1/projects/${projectId}/trainings/export.csv?${new URLSearchParams(asked)}`;
}

export const addTraining = (projectId: string, body: Schemas['NewTraining'], key: string) =>
  dataOf(api.POST(TRAININGS, { params: { path: { projectId } }, headers: keyHeader(key), body }));

export const changeTraining = (
  { projectId, id, version }: Training,
  body: Schemas['ChangeTraining'],
  key?: string,
) =>
  dataOf(
    api.PATCH(`${TRAININGS}/{trainingId}`, {
      params: { path: { projectId, trainingId: id } },
      headers: editHeaders(version, key),
      body,
    }),
  );

/** Reads trainings again, and the people that a pasted list may have added. */
export function useTrainingsChanged(projectId: string): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['trainings', projectId] }),
      client.invalidateQueries({ queryKey: ['persons'] }),
    ]);
}

/** What was logged in the project for a day. */
export const workOfDay = async (projectId: string, day: string) =>
  (
    await dataOf(
      api.GET('/api/v1/activities', {
        params: { query: { projectId: [projectId], from: day, to: day, limit: 200 } },
      }),
    )
  ).items;
