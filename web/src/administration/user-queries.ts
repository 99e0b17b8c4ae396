import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';

export type User = Schemas['UserView'];
export type NewUser = Schemas['NewUser'];
export type NewMembership = Schemas['NewMembership'];

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/users'))).items,
});

export const projectNamesQuery = queryOptions({
  queryKey: ['project-names'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/project-names'))).items,
});

const of = (userId: string) => ({ path: { userId } });

export const addUser = (body: NewUser, key: string) =>
  dataOf(api.POST('/api/v1/users', { headers: keyHeader(key), body }));

export const changeUser = (user: User, body: Schemas['UserChange']) =>
  dataOf(
    api.PATCH('/api/v1/users/{userId}', {
      params: of(user.id),
      headers: editHeaders(user.version),
      body,
    }),
  );

export const addMembership = (userId: string, body: NewMembership, key: string) =>
  dataOf(
    api.POST('/api/v1/users/{userId}/memberships', {
      params: of(userId),
      headers: keyHeader(key),
      body,
    }),
  );

export const removeMembership = (userId: string, membershipId: string) =>
  api.DELETE('/api/v1/users/{userId}/memberships/{membershipId}', {
    params: { path: { userId, membershipId } },
  });

export const oneTimeLink = (userId: string) =>
  dataOf(api.POST('/api/v1/users/{userId}/one-time-links', { params: of(userId) }));

export function useUsersChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['users'] });
}
