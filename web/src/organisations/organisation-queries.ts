import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { bodyChoice, organisationsQuery } from '../frame/choices.js';
import { fullName } from '../projects/words.js';

export type Organisation = Schemas['OrganisationView'];
export type OrganisationRow = Schemas['OrganisationRow'];
export type OrganisationChange = Schemas['ChangeOrganisation'];

export const organisationQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['organisations', 'one', organisationId],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/organisations/{organisationId}', { params: { path: { organisationId } } }),
      ),
  });

/** The address book as choices of a field. */
export const organisationChoicesQuery = {
  ...organisationsQuery,
  select: (rows: OrganisationRow[]) =>
    rows.map((row) => ({ ...bodyChoice(row), label: fullName(row.name, row.shortName) })),
};

export const addOrganisation = (body: Schemas['AddOrganisation'], key: string) =>
  dataOf(api.POST('/api/v1/organisations', { headers: keyHeader(key), body }));

export const changeOrganisation = (
  { id, version }: Organisation,
  body: OrganisationChange,
  key: string,
) =>
  dataOf(
    api.PATCH('/api/v1/organisations/{organisationId}', {
      params: { path: { organisationId: id } },
      headers: editHeaders(version, key),
      body,
    }),
  );

/** After a write: names stand in projects too. */
export function useOrganisationsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['organisations'] }),
      client.invalidateQueries({ queryKey: ['projects'] }),
    ]);
  };
}
