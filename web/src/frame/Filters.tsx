import { Button } from 'design-react-kit';
import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { parseDay } from './parse.js';
import { day } from './format.js';
import { Icon } from './Icon.js';
import { useToday } from './today.js';

interface FilterBarProps {
  children: ReactNode;
  /** How many filters are set; with more than none they can all be cleared. */
  active: number;
  clear: () => void;
  /** At the right end: export, view switch. */
  end?: ReactNode;
}

/** The filters of a list. On a phone they fold behind one button. */
export function FilterBar({ children, active, clear, end }: FilterBarProps) {
  const [open, setOpen] = useState(false);
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
        Filtri{active > 0 ? ` (${active})` : ''}
      </Button>
      <div className="cf-filters-fields">
        {children}
        {active > 0 && (
          <Button type="button" color="link" size="sm" className="cf-filters-clear" onClick={clear}>
            Azzera filtri
          </Button>
        )}
      </div>
      {end && <div className="cf-filters-end">{end}</div>}
    </section>
  );
}

interface FilterProps {
  label: string;
  value: string;
  set: (value: string) => void;
}

interface FilterSelectProps extends FilterProps {
  options: { value: string; label: string }[];
  /** The word of no filter: 'Tutti i progetti'. */
  all: string;
}

export function FilterSelect({ label, value, set, options, all }: FilterSelectProps) {
  const id = useId();
  return (
    <div className={`cf-filter ${value ? 'is-set' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="form-select form-select-sm"
        value={value}
        onChange={(event) => set(event.target.value)}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Free text, applied a moment after the last key. */
export function FilterText({ label, value, set }: FilterProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => set(typed), 300);
    return () => clearTimeout(timer);
  }, [typed, value, set]);
  return (
    <div className={`cf-filter is-text ${value ? 'is-set' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        className="form-control form-control-sm"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}

/** A day of the address ('YYYY-MM-DD'), typed in words: 'lun', '1/10', '01/10/2019'. */
export function FilterDay({ label, value, set }: FilterProps) {
  const id = useId();
  const today = useToday();
  const [typed, setTyped] = useState(value ? day(value) : '');
  const [wrong, setWrong] = useState(false);
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    setTyped(value ? day(value) : '');
  }
  const apply = () => {
    if (typed === day(value)) return;
    const understood = typed.trim() === '' ? '' : parseDay(typed, today);
    setWrong(understood === null);
    if (understood !== null) set(understood);
  };
  return (
    <div className={`cf-filter is-day ${value ? 'is-set' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={`form-control form-control-sm ${wrong ? 'is-invalid' : ''}`}
        value={typed}
        placeholder="gg/mm/aaaa"
        aria-invalid={wrong}
        title="oggi, ieri, lun, 12/3, 12/03/2019"
        onChange={(event) => setTyped(event.target.value)}
        onBlur={apply}
        onKeyDown={(event) => event.key === 'Enter' && apply()}
      />
    </div>
  );
}
