import { useState } from 'react';
import { Icon } from '../frame/Icon.js';
import '../frame/grid/grid.css';
import { headOf, type Offer, type Shown, useColumns } from './useColumns.js';

interface ColumnChooserProps {
  offer: Offer;
  /** What stays whatever is chosen. */
  always?: Shown;
}

/** Which columns are shown; the address says it, so that a saved view keeps it. */
export function ColumnChooser({ offer, always }: ColumnChooserProps) {
  const { shown, set } = useColumns(offer);
  const [open, setOpen] = useState(false);
  const isUsual = shown.join() === offer.offered.filter((key) => offer.usual.includes(key)).join();
  const toggle = (key: Shown, on: boolean) =>
    set(on ? [...shown, key] : shown.filter((one) => one !== key));
  return (
    <details className="cf-drop cf-columns" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="btn btn-outline-primary btn-sm">
        <Icon name="list" />
        Colonne
      </summary>
      {open && (
        <ul>
          {offer.offered.map((key) => (
            <li key={key}>
              <label>
                <input
                  type="checkbox"
                  checked={key === always || shown.includes(key)}
                  disabled={key === always || (shown.length === 1 && shown.includes(key))}
                  onChange={(event) => toggle(key, event.target.checked)}
                />
                {headOf(key)}
              </label>
            </li>
          ))}
          <li>
            <button type="button" disabled={isUsual} onClick={() => set(offer.usual)}>
              Colonne consuete
            </button>
          </li>
        </ul>
      )}
    </details>
  );
}
