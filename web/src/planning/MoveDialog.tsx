import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import { longDay } from '../frame/format.js';
import type { Scope } from './calendar-queries.js';
import { conflictWords, titleOf } from './event-words.js';
import { isPulled, targetOf } from './useMove.js';
import type { Mover } from './useMove.js';

const SCOPES: { value: Scope; label: string }[] = [
  { value: 'this', label: 'Solo questo' },
  { value: 'following', label: 'Questo e i seguenti' },
  { value: 'all', label: 'Tutti quelli ancora da svolgere' },
];

/** What is in the way, and which of a series is meant: asked before anything is saved. */
export function MoveDialog({ mover }: { mover: Mover }) {
  const { asking } = mover;
  return asking && <Ask key={asking.moving.item.id} mover={mover} asking={asking} />;
}

function Ask({ mover, asking }: { mover: Mover; asking: NonNullable<Mover['asking']> }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [scope, setScope] = useState<Scope>('this');
  const [wrong, setWrong] = useState<string | null>(null);
  const { moving, conflicts } = asking;
  const target = targetOf(moving);
  const verb = isPulled(moving) ? 'Cambia' : 'Sposta';
  const taken = conflicts.some(({ kind }) => kind === 'person');
  useEffect(() => dialog.current?.showModal(), []);
  const save = () =>
    mover.save(moving, scope).then(mover.answer, (error: unknown) => setWrong(sentenceOf(error)));
  return (
    <dialog
      ref={dialog}
      className="cf-dialog"
      aria-labelledby="cf-move-title"
      onCancel={(event) => {
        event.preventDefault();
        mover.answer();
      }}
    >
      <h2 id="cf-move-title">
        {isPulled(moving) ? 'Cambiare l’orario di' : 'Spostare'} «{titleOf(moving.item)}»?
      </h2>
      <p>
        {isPulled(moving) ? 'Diventa' : 'A'} {longDay(target.day)}
        {target.startTime && `, ${target.startTime}–${target.endTime}`}.
      </p>
      {conflicts.length > 0 && (
        <ul className="cf-cal-conflicts">
          {conflicts.map((conflict) => (
            <li key={`${conflict.kind}${conflict.name}${conflict.startTime}`}>
              {conflictWords(conflict)}
            </li>
          ))}
        </ul>
      )}
      {moving.item.seriesId && <Scopes scope={scope} set={setScope} />}
      {wrong && (
        <p className="cf-field-error" role="alert">
          {wrong}
        </p>
      )}
      <div className="cf-buttons is-end">
        <Button type="button" color="secondary" outline onClick={mover.answer}>
          Torna indietro
        </Button>
        {!taken && (
          <Button type="button" color="primary" onClick={() => void save()}>
            {conflicts.length > 0 ? `${verb} comunque` : verb}
          </Button>
        )}
      </div>
    </dialog>
  );
}

function Scopes({ scope, set }: { scope: Scope; set: (scope: Scope) => void }) {
  return (
    <fieldset className="cf-cal-scopes">
      <legend>Quali della serie</legend>
      {SCOPES.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name="scope"
            value={value}
            checked={scope === value}
            onChange={() => set(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
