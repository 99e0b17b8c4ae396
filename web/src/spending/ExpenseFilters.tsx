import { useQuery } from '@tanstack/react-query';
import { choicesQuery } from '../budget/budget-queries.js';
import { Filters } from '../frame/Filters.js';
import type { useExpenseFilters } from './useExpenseFilters.js';
import { BLOCKS } from './words.js';

interface ExpenseFiltersProps {
  bar: ReturnType<typeof useExpenseFilters>;
  projectId: string;
}

const marks = [
  { value: 'si', label: 'Rendicontabili' },
  { value: 'no', label: 'Non rendicontabili' },
  ...Object.entries(BLOCKS).map(([value, { word }]) => ({ value, label: `— ${word}` })),
];

const states = [
  { value: 'annullate', label: 'Solo annullate' },
  { value: 'tutte', label: 'Tutte, anche annullate' },
];

export function ExpenseFilters({ bar, projectId }: ExpenseFiltersProps) {
  const { data } = useQuery(choicesQuery(projectId));
  const partners = (data?.participations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const categories = (data?.categories ?? []).map(({ id, code, label }) => ({
    value: id,
    label: `${code} · ${label}`,
  }));
  const items = (data?.workItems ?? []).map(({ id, code, title }) => ({
    value: id,
    label: `${code} · ${title}`,
  }));
  return (
    <Filters
      bar={bar}
      fields={[
        partners.length > 1 && { name: 'partner', label: 'Partner', options: partners },
        { name: 'voce', label: 'Voce', all: 'Tutte', options: categories },
        { name: 'azione', label: 'Azione', all: 'Tutte', options: items },
        { name: 'segno', label: 'Segni', all: 'Tutte', options: marks },
        { name: 'stato', label: 'Stato', all: 'Valide', options: states },
        { name: 'dal', label: 'Dal', day: true },
        { name: 'al', label: 'Al', day: true },
        { name: 'testo', label: 'Cerca' },
      ]}
    />
  );
}
