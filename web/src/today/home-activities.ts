import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import type { ActivityQuery } from '../activities/activity-queries.js';

export interface PartProps {
  /** The caller's own activities, or all that it sees, of the project of the context. */
  mine: ActivityQuery;
  today: string;
}

/** A few activities of the home. */
export const useActivities = (query: ActivityQuery, limit = 100) =>
  useQuery({
    queryKey: ['activities', 'home', query, limit],
    queryFn: async () => {
      const params = { query: { ...query, limit } };
      return (await dataOf(api.GET('/api/v1/activities', { params }))).items;
    },
  });
