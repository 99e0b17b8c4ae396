import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type MyProject, useMe } from '../api/session.js';
import type { Choice } from '../frame/ChoiceField.js';
import { PARTICIPATION_WORDS } from '../projects/words.js';
import type { Participation, WorkItem } from '../projects/words.js';
import { participationsQuery, workItemsQuery } from './activity-queries.js';

/** Roles that deliver work come first; adherents are many and rarely do. */
const DELIVERS = ['lead', 'partner', 'contractor', 'service'];
const rank = (role: string): number =>
  DELIVERS.includes(role) ? DELIVERS.indexOf(role) : DELIVERS.length;

/** The choices of the fields of an activity, as far as they are loaded. */
export function useFormChoices(projectId: string) {
  const { data: items } = useQuery(workItemsQuery(projectId));
  const partners = usePartnerChoices(projectId);
  const workItems = useMemo(() => workItemChoices(items), [items]);
  return { workItems, partners };
}

/** A partner's operator chooses among its own participations only; `own` is the first of them. */
function usePartnerChoices(projectId: string) {
  const { projects } = useMe();
  const { data: roles } = useQuery(participationsQuery(projectId));
  const bound = boundTo(projects.find(({ id }) => id === projectId));
  const choices = useMemo(() => partnerChoices(roles, bound), [roles, bound]);
  return { choices, own: bound?.[0] ?? null };
}

/** The only participations for which somebody may write; null for all of them. */
export const boundTo = (mine: MyProject | undefined): string[] | null =>
  mine?.roles.every((role) => role === 'partner') ? mine.participationIds : null;

export const workItemChoices = (items: readonly WorkItem[] = []): Choice[] =>
  items.map(({ id, code, title }) => ({ value: id, label: title, hint: code }));

export const partnerChoices = (
  roles: readonly Participation[] = [],
  bound: string[] | null,
): Choice[] =>
  roles
    .filter(({ id }) => !bound || bound.includes(id))
    .toSorted((a, b) => rank(a.role) - rank(b.role))
    .map(({ id, organisationName, role }) => ({
      value: id,
      label: organisationName,
      hint: PARTICIPATION_WORDS[role][0],
    }));
