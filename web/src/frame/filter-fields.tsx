import { useEffect, useId, useState } from 'react';
import { day } from './format.js';
import { parseDay } from './parse.js';
import { useToday } from './today.js';

interface FilterProps {
  label: string;
  value: string;
  set: (value: string) => void;
}

interface FilterButtonsProps extends FilterProps {
  options: { value: string; label: string }[];
}

interface FilterSelectProps extends FilterButtonsProps {
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

/** A button for each choice: one touch sets it, another takes it away. */
export function FilterButtons({ label, value, set, options }: FilterButtonsProps) {
  const id = useId();
  return (
    <div className="cf-filter" role="group" aria-labelledby={id}>
      <span id={id} className="cf-filter-label">
        {label}
      </span>
      <div className="cf-filter-buttons">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            aria-pressed={option.value === value}
            onClick={() => set(option.value === value ? '' : option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
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
