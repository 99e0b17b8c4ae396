import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { territoriesQuery } from '../contracts/contract-queries.js';
import { LANGUAGES } from '../contracts/languages.js';
import { kindsQuery } from './activity-queries.js';
import { useFormChoices } from './form-choices.js';
import type { Typed } from './typed-columns.js';
import type { TypedChoices } from './typed-rows.js';

const KINDS_OF_PLACE: Record<string, string> = {
  municipality: 'comune',
  province: 'provincia',
  social_ambit: 'ambito sociale',
  health_district: 'distretto sanitario',
  quadrant: 'quadrante',
};

export function useTerritoryChoices() {
  const { data } = useQuery(territoriesQuery);
  return useMemo(
    () =>
      (data ?? []).map(({ id, name, kind }) => ({
        value: id,
        label: name,
        hint: KINDS_OF_PLACE[kind] ?? '',
      })),
    [data],
  );
}

/** What names in the cells of a sheet may mean, in one project. */
export function useTypedChoices(projectId: string): TypedChoices {
  const { data: kinds } = useQuery(kindsQuery);
  const { workItems, partners, people, bodies } = useFormChoices(projectId);
  const territories = useTerritoryChoices();
  const partnerChoices = partners.choices;
  return useMemo(
    () => ({
      kinds: kinds ?? [],
      workItems,
      partners: partnerChoices,
      people,
      bodies,
      territories,
      languages: LANGUAGES,
    }),
    [kinds, workItems, partnerChoices, people, bodies, territories],
  );
}

const labels = (choices: { label: string }[]): string[] => choices.map(({ label }) => label);

export const optionsOf = (choices: TypedChoices): Partial<Record<Typed, string[]>> => ({
  kind: labels(choices.kinds),
  workItem: labels(choices.workItems),
  partner: labels(choices.partners),
  staff: labels(choices.people),
  bodies: labels(choices.bodies),
  territory: labels(choices.territories),
  language: labels(choices.languages),
});
