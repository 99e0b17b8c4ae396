import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Filters } from '../frame/Filters.js';
import { useToday } from '../frame/today.js';
import { LANGUAGES } from '../frame/languages.js';
import { useTerritories, usePeople } from '../frame/choices.js';
import { quarterChoices } from './quarter-choices.js';
import { kindsQuery } from './activity-queries.js';
import { STATES } from './activity-states.js';
import { useFormChoices } from './form-choices.js';
import type { useActivityFilters } from './useActivityFilters.js';

interface ActivityFiltersProps {
  bar: ReturnType<typeof useActivityFilters>;
  /** At the right end. */
  end?: ReactNode;
}

const states = Object.entries(STATES).map(([value, { word }]) => ({ value, label: word }));
export function ActivityFilters({ bar, end }: ActivityFiltersProps) {
  const { project } = bar;
  const today = useToday();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const { workItems, partners } = useFormChoices(project?.id ?? '');
  const people = usePeople();
  const territories = useTerritories();
  return (
    <Filters
      bar={bar}
      standing={standingOf(bar)}
      end={end}
      fields={[
        {
          name: 'tipo',
          label: 'Tipo',
          options: kinds.map(({ code, label }) => ({ value: code, label })),
        },
        project !== null && { name: 'azione', label: 'Azione', all: 'Tutte', options: workItems },
        project !== null &&
          partners.own === null && { name: 'partner', label: 'Partner', options: partners.choices },
        { name: 'trimestre', label: 'Trimestre', options: quarterChoices(today) },
        { name: 'dal', label: 'Dal', day: true },
        { name: 'al', label: 'Al', day: true },
        { name: 'persona', label: 'Persona', all: 'Tutte', options: people },
        { name: 'stato', label: 'Stato', options: states },
        { name: 'prova', label: 'Prove', few: true, options: WITHOUT_EVIDENCE },
        { name: 'territorio', label: 'Territorio', options: territories },
        { name: 'lingua', label: 'Lingua', all: 'Tutte', options: LANGUAGES },
        { name: 'rendicontate', label: 'Rendicontate', few: true, options: REPORTED },
        { name: 'testo', label: 'Cerca nel testo' },
      ]}
    />
  );
}

/** The list stops at today until somebody takes the chip away. */
function standingOf({ untilToday, period, setPeriod }: ActivityFiltersProps['bar']) {
  if (untilToday) return { words: 'Fino a oggi', drop: () => setPeriod('tutte') };
  if (period !== 'tutte') return null;
  return { words: 'Anche le prossime', drop: () => setPeriod(null) };
}

const REPORTED = [
  { value: 'no', label: 'Non ancora' },
  { value: 'si', label: 'Sì' },
];

const WITHOUT_EVIDENCE = [{ value: 'manca', label: 'Senza allegati' }];
