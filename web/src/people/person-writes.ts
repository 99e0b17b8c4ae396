import { api, dataOf, editHeaders, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { orNull } from '../frame/form-values.js';

export type Person = Schemas['PersonView'];

/** Somebody who is chosen, or named anew, as the form has it. */
export interface PersonValues {
  personId: string;
  newName: string;
  organisationId: string;
}

export const NOBODY: PersonValues = { personId: '', newName: '', organisationId: '' };

/** The person that was chosen, or the new one that was named. */
export async function personOf(values: PersonValues, key: string): Promise<string> {
  const name = values.newName.trim();
  if (!name) return values.personId;
  const body = { name, organisationId: orNull(values.organisationId) };
  const headers = keyHeader(`${key}-person`);
  return (await dataOf(api.POST('/api/v1/persons', { headers, body }))).id;
}

export const changePerson = (
  { id: personId, version }: Person,
  body: Schemas['ChangePerson'],
  key: string,
) =>
  dataOf(
    api.PATCH('/api/v1/persons/{personId}', {
      params: { path: { personId } },
      headers: editHeaders(version, `${key}-person`),
      body,
    }),
  );
