import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { everyPage } from '../api/everyPage.js';
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
export const organisationChoicesQuery = queryOptions({
  queryKey: ['organisations', 'choices'],
  queryFn: async () => {
    const rows = await everyPage((after) =>
      dataOf(
        api.GET('/api/v1/organisations', {
          params: { query: { limit: 200, ...(after && { after }) } },
        }),
      ),
    );
    return rows.map(({ id, name, shortName, place }) => ({
      value: id,
      label: fullName(name, shortName),
      ...(place && { hint: place }),
    }));
  },
});

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
