import { useQuery } from '@tanstack/react-query';
import { choicesQuery } from '../budget/budget-queries.js';
import { FilterBar, FilterDay, FilterSelect, FilterText } from '../frame/Filters.js';
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
  const { filters, set, clear, active } = bar;
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
    <FilterBar active={active} clear={clear}>
      {partners.length > 1 && (
        <FilterSelect
          label="Partner"
          all="Tutti"
          value={filters.partner}
          set={(partner) => set({ partner })}
          options={partners}
        />
      )}
      <FilterSelect
        label="Voce"
        all="Tutte"
        value={filters.voce}
        set={(voce) => set({ voce })}
        options={categories}
      />
      <FilterSelect
        label="Azione"
        all="Tutte"
        value={filters.azione}
        set={(azione) => set({ azione })}
        options={items}
      />
      <FilterSelect
        label="Segni"
        all="Tutte"
        value={filters.segno}
        set={(segno) => set({ segno })}
        options={marks}
      />
      <FilterSelect
        label="Stato"
        all="Valide"
        value={filters.stato}
        set={(stato) => set({ stato })}
        options={states}
      />
      <FilterDay label="Dal" value={filters.dal} set={(dal) => set({ dal })} />
      <FilterDay label="Al" value={filters.al} set={(al) => set({ al })} />
      <FilterText label="Cerca" value={filters.testo} set={(testo) => set({ testo })} />
    </FilterBar>
  );
}
