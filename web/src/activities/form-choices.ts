import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMe } from '../api/session.js';
import type { Choice } from '../frame/ChoiceField.js';
import {
  organisationsQuery,
  participationsQuery,
  personsQuery,
  workItemsQuery,
} from './activity-queries.js';

const ROLES: Record<string, string> = {
  lead: 'capofila',
  partner: 'partner',
  adherent: 'aderente',
  foreign_adherent: 'aderente estero',
  contractor: 'affidatario',
  service: 'scuola o servizio',
};

/** Roles that deliver work come first; adherents are many and rarely do. */
const DELIVERS = ['lead', 'partner', 'contractor', 'service'];

/** The choices of the fields of an activity, as far as they are loaded. */
export function useFormChoices(projectId: string) {
  const { projects } = useMe();
  const { data: items } = useQuery(workItemsQuery(projectId));
  const { data: roles } = useQuery(participationsQuery(projectId));
  const { data: persons } = useQuery(personsQuery);
  const { data: organisations } = useQuery(organisationsQuery);
  const mine = projects.find(({ id }) => id === projectId);
  const bound = mine?.roles.every((role) => role === 'partner') ? mine.participationIds : null;

  const workItems = useMemo<Choice[]>(
    () =>
      (items ?? []).map(({ id, code, title }) => ({
        value: id,
        label: code ? `${code} · ${title}` : title,
      })),
    [items],
  );
  const choices = useMemo<Choice[]>(() => {
    const rank = (role: string) =>
      DELIVERS.includes(role) ? DELIVERS.indexOf(role) : DELIVERS.length;
    return [...(roles ?? [])]
      .filter(({ id }) => !bound || bound.includes(id))
      .sort((a, b) => rank(a.role) - rank(b.role))
      .map(({ id, organisationName, role }) => ({
        value: id,
        label: organisationName,
        hint: ROLES[role] ?? '',
      }));
  }, [roles, bound]);
  const people = useMemo<Choice[]>(
    () =>
      (persons ?? []).map(({ id, name, organisationName }) => ({
        value: id,
        label: name,
        hint: organisationName ?? '',
      })),
    [persons],
  );
  const bodies = useMemo<Choice[]>(
    () =>
      (organisations ?? []).map(({ id, name, place }) => ({
        value: id,
        label: name,
        hint: place ?? '',
      })),
    [organisations],
  );
  return { workItems, partners: { choices, own: bound?.[0] ?? null }, people, bodies };
}
