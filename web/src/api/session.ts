import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, dataOf } from './client.js';
import type { Schemas } from './client.js';

export type Me = Schemas['Me'];
export type MyProject = Me['projects'][number];

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: (): Promise<Me> => dataOf(api.GET('/api/v1/me')),
  staleTime: 5 * 60_000,
});

/** The signed-in user with projects and permissions; inside the frame it is always there. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('useMe is used outside the frame');
  return data;
}

/** May the caller do this in the project (none named: anywhere)? Only hides; the server decides. */
export function useMay(): (permission: string, projectId?: string | null) => boolean {
  const me = useMe();
  return (permission, projectId) => {
    const names: string[] = projectId
      ? (me.projects.find((project: MyProject) => project.id === projectId)?.permissions ?? [])
      : me.permissions;
    return names.includes(permission);
  };
}
