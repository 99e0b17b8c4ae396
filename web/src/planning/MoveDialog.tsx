import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import { longDay } from '../frame/format.js';
import type { PlannedDay, Scope } from './calendar-queries.js';
import { titleOf } from './event-words.js';
import { Obstacles, ObstaclesByDay } from './Obstacles.js';
import { Scopes } from './Scopes.js';
import { isPulled, targetOf, whatMeets } from './useMove.js';
import type { Mover, Moving } from './useMove.js';

/** Which of a series is meant, and what is in the way of those: asked before anything is saved. */
export function MoveDialog({ mover }: { mover: Mover }) {
  const { asking } = mover;
  return asking && <Ask key={asking.item.id} mover={mover} moving={asking} />;
}

function Ask({ mover, moving }: { mover: Mover; moving: Moving }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [scope, setScope] = useState<Scope>('this');
  const [wrong, setWrong] = useState<unknown>(null);
  const { data: met, error } = useQuery(whatMeets(moving, scope));
  const refused = wrong ?? error;
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="cf-dialog"
      aria-labelledby="cf-move-title"
      aria-busy={!met && !error}
      onCancel={(event) => {
        event.preventDefault();
        mover.answer();
      }}
    >
      <What moving={moving} />
      {moving.item.seriesId && (
        <Scopes
          start={scope}
          set={(chosen) => {
            setScope(chosen);
            setWrong(null);
          }}
        />
      )}
      {met && <Met days={met} scope={scope} />}
      {refused !== null && (
        <p className="cf-field-error" role="alert">
          {sentenceOf(refused)}
        </p>
      )}
      <div className="cf-buttons is-end">
        <Button type="button" color="secondary" outline onClick={mover.answer}>
          Torna indietro
        </Button>
        {met && !isTaken(met) && (
          <Button
            type="button"
            color="primary"
            onClick={() => void mover.save(moving, scope).then(mover.answer, setWrong)}
          >
            {verbOf(moving, met)}
          </Button>
        )}
      </div>
    </dialog>
  );
}

const verbOf = (moving: Moving, met: PlannedDay[]): string =>
  `${isPulled(moving) ? 'Cambia' : 'Sposta'}${met.length > 0 ? ' comunque' : ''}`;

function Met({ days, scope }: { days: PlannedDay[]; scope: Scope }) {
  return (
    <>
      {scope === 'this' ? days.map(onItsDay) : <ObstaclesByDay days={days} />}
      {isTaken(days) && <p>Chi è già impegnato non può essere in due posti.</p>}
    </>
  );
}

const onItsDay = (one: PlannedDay) => <Obstacles key={one.day} planned={one} />;

const isTaken = (met: PlannedDay[]): boolean =>
  met.some(({ conflicts }) => conflicts.some(({ kind }) => kind === 'person'));

function What({ moving }: { moving: Moving }) {
  const { day, startTime, endTime } = targetOf(moving);
  const pulled = isPulled(moving);
  return (
    <>
      <h2 id="cf-move-title">
        {pulled ? 'Cambiare l’orario di' : 'Spostare'} «{titleOf(moving.item)}»?
      </h2>
      <p>
        {pulled ? 'Diventa' : 'A'} {longDay(day)}
        {startTime && `, ${startTime}–${endTime}`}.
      </p>
    </>
  );
}
