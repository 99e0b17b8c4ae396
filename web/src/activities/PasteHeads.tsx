import type { Pasted } from './paste-block.js';
import { COLUMNS, TYPED, type Typed } from './typed-columns.js';

/** What each column of the block holds; a wrong guess is put right here. */
export function Heads({ pasted, set }: { pasted: Pasted; set: (pasted: Pasted) => void }) {
  const choose = (index: number, key: Typed | null) =>
    set({
      ...pasted,
      columns: pasted.columns.map((one, at) => (at === index ? key : one === key ? null : one)),
    });
  return (
    <fieldset className="cf-paste-columns">
      <legend className="visually-hidden">Che cosa contiene ogni colonna</legend>
      {pasted.columns.map((key, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <label key={index}>
          Colonna {index + 1}
          <select
            value={key ?? ''}
            onChange={(event) => choose(index, (event.target.value || null) as Typed | null)}
          >
            <option value="">— lascia fuori —</option>
            {TYPED.map((one) => (
              <option key={one} value={one}>
                {COLUMNS[one].header}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
