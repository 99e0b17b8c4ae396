import { useQuery } from '@tanstack/react-query';
import { useToday } from '../frame/today.js';
import { LANGUAGES } from '../frame/languages.js';
import { useTerritories, usePeople } from '../frame/choices.js';
import { kindsQuery } from './activity-queries.js';
import { useFormChoices } from './form-choices.js';
import { quarterChoices } from './quarter-choices.js';
import { STATES } from './activity-states.js';
import type { FilterName, useActivityFilters } from './useActivityFilters.js';

type Choices = { value: string; label: string }[];

/** What the filters say, in words: proposed as the name of the view. Empty when nothing is filtered. */
export function useViewName({ filters, project }: ReturnType<typeof useActivityFilters>): string {
  const today = useToday();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const { workItems, partners } = useFormChoices(project?.id ?? '');
  const people = usePeople();
  const territories = useTerritories();
  const lists: Partial<Record<FilterName, Choices>> = {
    tipo: kinds.map(({ code, label }) => ({ value: code, label })),
    azione: workItems,
    partner: partners.choices,
    persona: people,
    territorio: territories,
    lingua: LANGUAGES,
    trimestre: quarterChoices(today),
    stato: Object.entries(STATES).map(([value, { word }]) => ({ value, label: word })),
    rendicontate: [
      { value: 'no', label: 'non rendicontate' },
      { value: 'si', label: 'rendicontate' },
    ],
    prova: [{ value: 'manca', label: 'senza allegati' }],
  };
  const words = (Object.entries(filters) as [FilterName, string][])
    .filter(([, value]) => value !== '')
    .map(([name, value]) => lists[name]?.find((one) => one.value === value)?.label ?? value);
  return words.join(', ');
}
