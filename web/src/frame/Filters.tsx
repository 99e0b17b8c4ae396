import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { EmptyState } from './EmptyState.js';
import { FilterButtons, FilterDay, FilterSelect, FilterText } from './filter-fields.js';
import { day } from './format.js';
import { Icon } from './Icon.js';
import type { UrlFilters } from './useUrlFilters.js';

/** One filter of a list: with `options` a choice, with `few` of them a button for each, with `day` a day in words, else free text. */
export interface FilterField<Name extends string> {
  name: Name;
  label: string;
  options?: Option[];
  few?: boolean;
  /** The word of no choice, 'Tutti' when left out. */
  all?: string;
  day?: boolean;
}

interface Option {
  value: string;
  label: string;
}

/** What holds without being chosen: said as a chip that can be taken away. */
export interface StandingFilter {
  words: string;
  drop: () => void;
}

interface FiltersProps<Name extends string> {
  bar: UrlFilters<Name>;
  /** A false one is left out: `project && {…}`. */
  fields: (FilterField<Name> | false)[];
  standing?: StandingFilter | null;
  /** At the right end: export, view switch. */
  end?: ReactNode;
}

/** The filters of a list, and a chip for each that is set. On a phone the fields fold behind one button. */
export function Filters<Name extends string>(props: FiltersProps<Name>) {
  const { bar, standing, end } = props;
  const [open, setOpen] = useState(false);
  const fields = props.fields.filter((field) => field !== false);
  const change = ({ name }: FilterField<Name>, value: string) =>
    bar.set({ [name]: value } as Partial<Record<Name, string>>);
  return (
    <section className={`cf-filters ${open ? 'is-open' : ''}`} aria-label="Filtri">
      <Button
        type="button"
        color="primary"
        outline
        size="sm"
        className="cf-filters-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="funnel" />
        Filtri{bar.active > 0 ? ` (${bar.active})` : ''}
      </Button>
      <div className="cf-filters-fields">
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={bar.filters[field.name]}
            set={(value) => change(field, value)}
          />
        ))}
      </div>
      {end && <div className="cf-filters-end">{end}</div>}
      <Chips
        set={fields.filter(({ name }) => bar.filters[name] !== '')}
        {...{ bar, standing, change }}
      />
    </section>
  );
}

interface FieldProps {
  field: FilterField<string>;
  value: string;
  set: (value: string) => void;
}

function Field({ field, value, set }: FieldProps) {
  const { label, options, few, all = 'Tutti', day: isDay } = field;
  if (options && few) return <FilterButtons {...{ label, options, value, set }} />;
  if (options) return <FilterSelect {...{ label, options, all, value, set }} />;
  return isDay ? (
    <FilterDay {...{ label, value, set }} />
  ) : (
    <FilterText {...{ label, value, set }} />
  );
}

interface ChipsProps<Name extends string> {
  bar: UrlFilters<Name>;
  set: FilterField<Name>[];
  standing: StandingFilter | null | undefined;
  change: (field: FilterField<Name>, value: string) => void;
}

function Chips<Name extends string>({ bar, set, standing, change }: ChipsProps<Name>) {
  // An address may hold a filter that has no field: it is taken away like the others.
  if (set.length === 0 && !standing && bar.active === 0) return null;
  return (
    <ul className="cf-filter-chips" aria-label="Filtri attivi">
      {standing && <Chip words={standing.words} drop={standing.drop} />}
      {set.map((field) => (
        <Chip
          key={field.name}
          words={`${field.label}: ${wordsOf(field, bar.filters[field.name])}`}
          drop={() => change(field, '')}
        />
      ))}
      {bar.active > 0 && (
        <li>
          <Button
            type="button"
            color="link"
            size="sm"
            className="cf-filters-clear"
            onClick={bar.clear}
          >
            Azzera filtri
          </Button>
        </li>
      )}
    </ul>
  );
}

/** While the choices are still loading only the label is known. */
const wordsOf = ({ options, day: isDay }: FilterField<string>, value: string): string =>
  options ? (options.find((one) => one.value === value)?.label ?? '…') : isDay ? day(value) : value;

const Chip = ({ words, drop }: StandingFilter) => (
  <li className="cf-filter-chip">
    <button type="button" onClick={drop} title={`Togli il filtro: ${words}`}>
      <span>{words}</span>
      <Icon name="close" label="Togli il filtro" />
    </button>
  </li>
);

interface NoRowsProps {
  bar: Pick<UrlFilters<string>, 'active' | 'clear'>;
  /** 'Nessuna spesa': the filters are to blame when there are any. */
  none: string;
  /** What to show when no filter is set. */
  children: ReactNode;
}

/** An empty list: what the filters hide, with the way back, or what to do first. */
export function NoRows({ bar, none, children }: NoRowsProps) {
  if (bar.active === 0) return children;
  return (
    <EmptyState
      icon="search"
      title={`${none} con questi filtri`}
      action={
        <Button type="button" color="primary" outline onClick={bar.clear}>
          Azzera filtri
        </Button>
      }
    />
  );
}
