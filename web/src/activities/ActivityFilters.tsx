import { useQuery } from '@tanstack/react-query';
import { useMe } from '../api/session.js';
import { FilterBar, FilterDay, FilterSelect, FilterText } from '../frame/Filters.js';
import { kindsQuery } from './activity-queries.js';
import { STATES } from './activity-states.js';
import { useFormChoices } from './form-choices.js';
import type { useActivityFilters } from './useActivityFilters.js';

interface ActivityFiltersProps {
  bar: ReturnType<typeof useActivityFilters>;
}

const states = Object.entries(STATES).map(([value, { word }]) => ({ value, label: word }));

export function ActivityFilters({ bar }: ActivityFiltersProps) {
  const { filters, set, clear, active, project } = bar;
  const { projects } = useMe();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const { workItems, partners, people } = useFormChoices(project?.id ?? '');
  return (
    <FilterBar active={active} clear={clear}>
      <FilterSelect
        label="Progetto"
        all="Tutti"
        value={filters.progetto}
        set={(progetto) => set({ progetto, azione: '', partner: '' })}
        options={projects.map(({ slug, title }) => ({ value: slug, label: title }))}
      />
      <FilterSelect
        label="Tipo"
        all="Tutti"
        value={filters.tipo}
        set={(tipo) => set({ tipo })}
        options={kinds.map(({ code, label }) => ({ value: code, label }))}
      />
      {project && (
        <FilterSelect
          label="Azione"
          all="Tutte"
          value={filters.azione}
          set={(azione) => set({ azione })}
          options={workItems}
        />
      )}
      {project && partners.own === null && (
        <FilterSelect
          label="Partner"
          all="Tutti"
          value={filters.partner}
          set={(partner) => set({ partner })}
          options={partners.choices}
        />
      )}
      <FilterDay label="Dal" value={filters.dal} set={(dal) => set({ dal })} />
      <FilterDay label="Al" value={filters.al} set={(al) => set({ al })} />
      <FilterSelect
        label="Persona"
        all="Tutte"
        value={filters.persona}
        set={(persona) => set({ persona })}
        options={people}
      />
      <FilterSelect
        label="Stato"
        all="Tutti"
        value={filters.stato}
        set={(stato) => set({ stato })}
        options={states}
      />
      <FilterText label="Cerca nel testo" value={filters.testo} set={(testo) => set({ testo })} />
    </FilterBar>
  );
}
