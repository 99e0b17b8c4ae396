import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import type { Activity } from './activity-queries.js';

export type ActivityBody = Schemas['LogActivity'];

const at = ({ id, projectId }: Pick<Activity, 'id' | 'projectId'>) => ({
  path: { projectId, activityId: id },
});

export const logActivity = (projectId: string, body: ActivityBody, key: string) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/activities', {
      params: { path: { projectId } },
      headers: keyHeader(key),
      body,
    }),
  );

export const changeActivity = (activity: Activity, body: ActivityBody, key?: string) =>
  dataOf(
    api.PATCH('/api/v1/projects/{projectId}/activities/{activityId}', {
      params: at(activity),
      headers: editHeaders(activity.version, key),
      body,
    }),
  );

/** A sent report holds the row: it is cancelled and a new one names it. */
export const rectifyActivity = (
  activity: Activity,
  body: ActivityBody,
  reason: string,
  key: string,
) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/activities/{activityId}/rectifications', {
      params: at(activity),
      headers: editHeaders(activity.version, key),
      body: { ...body, reason },
    }),
  );

export const cancelActivity = (
  activity: Pick<Activity, 'id' | 'projectId' | 'version'>,
  reason: string,
) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/activities/{activityId}/cancel', {
      params: at(activity),
      headers: editHeaders(activity.version),
      body: { reason },
    }),
  );

export const confirmActivity = (activity: Activity) =>
  dataOf(
    api.POST('/api/v1/projects/{projectId}/activities/{activityId}/confirm', {
      params: at(activity),
      headers: editHeaders(activity.version),
    }),
  );

/** What a page shows of activities: lists, totals and the figures that they make. */
const SHOWN = [
  ['activities'],
  ['hours'],
  ['history', 'activity'],
  ['people'],
  ['indicators'],
  ['reports'],
  ['contracts'],
  ['requests'],
  ['courses'],
];

/** After a write: all that shows activities is asked again. */
export function useActivitiesChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(SHOWN.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
}
