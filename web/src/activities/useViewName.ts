import { useQuery } from '@tanstack/react-query';
import { LANGUAGES } from '../contracts/languages.js';
import { useToday } from '../frame/today.js';
import { kindsQuery } from './activity-queries.js';
import { useFormChoices } from './form-choices.js';
import { quarterChoices } from './quarter-choices.js';
import { STATES } from './activity-states.js';
import type { FilterName, useActivityFilters } from './useActivityFilters.js';
import { useTerritoryChoices } from './useTypedChoices.js';

type Choices = { value: string; label: string }[];

/** What the filters say, in words: proposed as the name of the view. Empty when nothing is filtered. */
export function useViewName({ filters, project }: ReturnType<typeof useActivityFilters>): string {
  const today = useToday();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const { workItems, partners, people } = useFormChoices(project?.id ?? '');
  const territories = useTerritoryChoices();
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
