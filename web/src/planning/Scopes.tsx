import './calendar.css';
import type { Scope } from './calendar-queries.js';

const SCOPES: { value: Scope; label: string }[] = [
  { value: 'this', label: 'Solo questo' },
  { value: 'following', label: 'Questo e i seguenti' },
  { value: 'all', label: 'Tutti quelli ancora da svolgere' },
];

interface ScopesProps {
  start: Scope;
  set: (scope: Scope) => void;
}

/** Which activities of a series are meant. */
export function Scopes({ start, set }: ScopesProps) {
  return (
    <fieldset className="cf-cal-scopes">
      <legend>Quali della serie</legend>
      {SCOPES.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name="scope"
            value={value}
            defaultChecked={start === value}
            onChange={() => set(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
