import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMe } from '../api/session.js';
import { LANGUAGES } from '../frame/languages.js';
import { useTerritories, usePeople, useBodies } from '../frame/choices.js';
import { kindsQuery, participationsQuery, workItemsQuery } from './activity-queries.js';
import { boundTo, partnerChoices, workItemChoices } from './form-choices.js';
import type { Typed } from './typed-columns.js';
import type { TypedChoices } from './typed-rows.js';

export type ChoicesOf = (projectId: string) => TypedChoices;

const dataOfAll = <Data>(answers: { data: Data | undefined }[]) => answers.map(({ data }) => data);

/** What names in the cells of a sheet may mean, in each of some projects. */
export function useChoicesOf(projectIds: readonly string[]): ChoicesOf {
  const { projects } = useMe();
  const { data: kinds } = useQuery(kindsQuery);
  const people = usePeople();
  const bodies = useBodies();
  const territories = useTerritories();
  const items = useQueries({ queries: projectIds.map(workItemsQuery), combine: dataOfAll });
  const roles = useQueries({ queries: projectIds.map(participationsQuery), combine: dataOfAll });
  return useMemo(() => {
    const common = { kinds: kinds ?? [], people, bodies, territories, languages: LANGUAGES };
    const choices = projectIds.map((projectId, place): [string, TypedChoices] => {
      const bound = boundTo(projects.find(({ id }) => id === projectId));
      const partners = partnerChoices(roles[place], bound);
      return [projectId, { ...common, workItems: workItemChoices(items[place]), partners }];
    });
    const all = new Map(choices);
    return (projectId) => all.get(projectId) ?? { ...common, workItems: [], partners: [] };
  }, [projectIds, projects, kinds, people, bodies, territories, items, roles]);
}

export function useTypedChoices(projectId: string): TypedChoices {
  const ids = useMemo(() => [projectId], [projectId]);
  const of = useChoicesOf(ids);
  return useMemo(() => of(projectId), [of, projectId]);
}

const labels = (choices: { label: string }[]): string[] => [
  ...new Set(choices.map(({ label }) => label)),
];

/** The words offered in each column; work items and partners are those of all the projects of the sheet. */
export const optionsOf = (
  choices: TypedChoices,
  others: readonly TypedChoices[] = [],
): Partial<Record<Typed, string[]>> => ({
  kind: labels(choices.kinds),
  workItem: labels([choices, ...others].flatMap(({ workItems }) => workItems)),
  partner: labels([choices, ...others].flatMap(({ partners }) => partners)),
  staff: labels(choices.people),
  bodies: labels(choices.bodies),
  territory: labels(choices.territories),
  language: labels(choices.languages),
});
