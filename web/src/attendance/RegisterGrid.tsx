import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Register, RegisterPerson, Session } from '../courses/course-queries.js';
import { hours, weekday } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { parseDuration } from '../frame/parse.js';
import { allPresent, boxOf, expected, keyOf, presentCount, written } from './marks.js';
import type { Box, Changes } from './marks.js';
import { NotADuration, TypedDuration } from './TypedDuration.js';
import type { Typing } from './TypedDuration.js';
import './attendance.css';

interface GridProps {
  register: Register;
  changes: Changes;
  setChanges: (changes: Changes) => void;
}

interface Place {
  row: number;
  column: number;
}

const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Enter: [1, 0],
};
const EDGES: Record<string, number> = { Home: 0, End: Number.MAX_SAFE_INTEGER };
const WRITES: Record<string, Box> = {
  p: { presence: 'present' },
  a: { presence: 'absent' },
  Delete: { presence: 'none' },
  Backspace: { presence: 'none' },
};

/** People × sessions as a grid of the ARIA patterns: one stop for Tab, arrows inside. */
export function RegisterGrid({ register, changes, setChanges }: GridProps) {
  const { sessions, people } = register;
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>(() => firstOpen(sessions));
  const [typing, setTyping] = useState<Typing | null>(null);

  const go = ({ row, column }: Place) => {
    const place = {
      row: Math.max(0, Math.min(people.length - 1, row)),
      column: Math.max(0, Math.min(sessions.length - 1, column)),
    };
    setAt(place);
    grid.current
      ?.querySelector<HTMLElement>(`[data-at="${place.row},${place.column}"]`)
      ?.focus({ preventScroll: false });
  };
  const put = (box: Box, { row, column }: Place = at) => {
    const [session, person] = [sessions[column], people[row]];
    if (session && person) setChanges(written(changes, [{ session, person, box }]));
  };
  const toggleBox = (place: Place) => {
    const [session, person] = [sessions[place.column], people[place.row]];
    if (!session || !person) return;
    const now = boxOf(session, person, changes).presence;
    put({ presence: now === 'present' ? 'absent' : 'present' }, place);
  };
  /** One box is typed into at a time. */
  const opens = (key: string) =>
    /^[0-9]$/.test(key) && !(typing && !typing.wrong) && sessions[at.column]?.open === true;
  /** Whether the key meant something to the grid. */
  const press = (key: string): boolean => {
    const move = MOVES[key];
    const box = WRITES[key] ?? WRITES[key.toLowerCase()];
    if (move) go({ row: at.row + move[0], column: at.column + move[1] });
    else if (key in EDGES) go({ row: EDGES[key] ?? 0, column: at.column });
    else if (key === 'Escape' && typing) setTyping(null);
    else if (key === ' ') toggleBox(at);
    else if (box) {
      put(box);
      go({ row: at.row + 1, column: at.column });
    } else if (opens(key)) setTyping({ ...at, first: key });
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.target instanceof HTMLInputElement || !plain || !press(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const typed = (text: string | null, on: boolean): boolean => {
    if (!typing) return true;
    const minutes = text?.trim() ? parseDuration(text) : null;
    if (text?.trim() && minutes === null) {
      setTyping({ ...typing, wrong: text });
      return false;
    }
    if (minutes !== null) put({ presence: 'present', minutes }, typing);
    setTyping(null);
    // Who left the box is already elsewhere.
    if (on) go({ row: typing.row + (minutes === null ? 0 : 1), column: typing.column });
    return true;
  };
  return (
    <div className="cf-register-scroll">
      <table ref={grid} className="cf-register" role="grid" aria-label="Registro delle presenze">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Persona
            </th>
            {sessions.map((session) => (
              <SessionHead
                key={session.activityId}
                session={session}
                present={presentCount(register, session, changes)}
                all={() => setChanges(allPresent(register, session, changes))}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" onKeyDown={onKeyDown}>
          {people.map((person, row) => (
            <tr key={person.recipientId} role="row" className={rowClass(person)}>
              <th role="rowheader" scope="row">
                <span className="cf-code">{person.code}</span> {person.initials}
                {person.status === 'listener' && <small> uditore</small>}
              </th>
              {sessions.map((session, column) => {
                const here = at.row === row && at.column === column;
                return (
                  <Cell
                    key={session.activityId}
                    session={session}
                    person={person}
                    box={boxOf(session, person, changes)}
                    changed={changes.has(keyOf(session, person))}
                    place={{ row, column }}
                    stop={here}
                    typing={typing?.row === row && typing.column === column ? typing : null}
                    typed={typed}
                    open={() => {
                      setAt({ row, column });
                      toggleBox({ row, column });
                    }}
                    focus={() => setAt({ row, column })}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {typing?.wrong !== undefined && <NotADuration text={typing.wrong} />}
    </div>
  );
}

const firstOpen = (sessions: Session[]): Place => ({
  row: 0,
  column: Math.max(
    0,
    sessions.findLastIndex(({ open }) => open),
  ),
});

const rowClass = ({ status }: RegisterPerson): string | undefined =>
  status === 'withdrawn' ? 'is-muted' : undefined;

interface HeadProps {
  session: Session;
  present: number;
  all: () => void;
}

function SessionHead({ session, present, all }: HeadProps) {
  const { day, startTime, endTime, open, reportNumber, files, state } = session;
  return (
    <th role="columnheader" scope="col" className={open ? undefined : 'is-closed'}>
      <span>{weekday(day)}</span>
      <small>{startTime ? `${startTime}–${endTime}` : hours(session.minutes)}</small>
      <small className="cf-register-count">
        {reportNumber !== null && <Icon name="locked" label={`Nella scheda ${reportNumber}`} />}
        {files > 0 && <Icon name="clip" label={`${files} allegati`} />}
        {state === 'planned' && !open ? 'in programma' : `${present} presenti`}
      </small>
      {open && (
        <button type="button" onClick={all} aria-label={`Tutti presenti ${weekday(day)}`}>
          Tutti
        </button>
      )}
    </th>
  );
}

interface CellProps {
  session: Session;
  person: RegisterPerson;
  box: Box;
  changed: boolean;
  place: Place;
  stop: boolean;
  typing: Typing | null;
  typed: (text: string | null, on: boolean) => boolean;
  open: () => void;
  focus: () => void;
}

function Cell(props: CellProps) {
  const { session, person, box, changed, place, stop, typing, typed, open, focus } = props;
  const classes = [
    `is-${box.presence}`,
    changed && 'is-changed',
    !session.open && 'is-closed',
    !expected(person, session) && 'is-out',
  ];
  return (
    <td
      role="gridcell"
      data-at={`${place.row},${place.column}`}
      tabIndex={stop ? 0 : -1}
      aria-label={`${person.code}, ${weekday(session.day)}: ${said(box)}${session.open ? '' : ', chiuso'}`}
      className={classes.filter(Boolean).join(' ')}
      onClick={open}
      onFocus={focus}
    >
      {typing === null ? shown(box) : <TypedDuration typing={typing} done={typed} />}
    </td>
  );
}

const said = ({ presence, minutes }: Box): string => {
  if (presence === 'none') return 'vuoto';
  if (presence === 'absent') return 'assente';
  return minutes === undefined ? 'presente' : `presente per ${hours(minutes)}`;
};

const shown = ({ presence, minutes }: Box) => {
  if (presence === 'absent') return 'A';
  if (presence === 'none') return '';
  return minutes === undefined ? <Icon name="check" /> : hours(minutes);
};
