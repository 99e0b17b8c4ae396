import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { everyPage } from '../api/everyPage.js';
import type { Choice } from './ChoiceField.js';

/** Words by their codes, as choices of a field. */
export const options = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const personsQuery = queryOptions({
  queryKey: ['persons', 'all'],
  queryFn: () =>
    everyPage((after) =>
      dataOf(
        api.GET('/api/v1/persons', { params: { query: { limit: 200, ...(after && { after }) } } }),
      ),
    ),
  staleTime: 60_000,
});

export const organisationsQuery = queryOptions({
  queryKey: ['organisations', 'all'],
  queryFn: () =>
    everyPage((after) =>
      dataOf(
        api.GET('/api/v1/organisations', {
          params: { query: { limit: 200, ...(after && { after }) } },
        }),
      ),
    ),
  staleTime: 60_000,
});

export const territoriesQuery = queryOptions({
  queryKey: ['territories'],
  queryFn: async () => (await dataOf(api.GET('/api/v1/territories'))).items,
  staleTime: 60_000,
});

const NONE: Choice[] = [];

const person = ({ id, name, organisationName }: Schemas['PersonView']): Choice => ({
  value: id,
  label: name,
  hint: organisationName ?? '',
});
const people = (rows: Schemas['PersonView'][]) => rows.map(person);

/** The people of the address book, with their bodies. */
export const usePeople = () => useQuery({ ...personsQuery, select: people }).data ?? NONE;

export const bodyChoice = ({ id, name, place }: Schemas['OrganisationRow']): Choice => ({
  value: id,
  label: name,
  hint: place ?? '',
});
const bodies = (rows: Schemas['OrganisationRow'][]) => rows.map(bodyChoice);

/** The bodies of the address book, with their places. */
export const useBodies = () => useQuery({ ...organisationsQuery, select: bodies }).data ?? NONE;

type KindOfPlace = Schemas['TerritoryView']['kind'];

export const KINDS_OF_PLACE: Record<KindOfPlace, string> = {
  municipality: 'comune',
  province: 'provincia',
  social_ambit: 'ambito sociale',
  health_district: 'distretto sanitario',
  quadrant: 'quadrante',
  other: 'altro',
};

const territory = ({ id, name, kind }: Schemas['TerritoryView']): Choice => ({
  value: id,
  label: name,
  hint: kind === 'other' ? '' : KINDS_OF_PLACE[kind],
});
const territories = (rows: Schemas['TerritoryView'][]) => rows.map(territory);

export const useTerritories = () =>
  useQuery({ ...territoriesQuery, select: territories }).data ?? NONE;
