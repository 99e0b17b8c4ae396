import { Button } from 'design-react-kit';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../frame/EmptyState.js';
import { plural, weekday } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { dequeue } from './pocket-store.js';
import type { HeldPocket, PocketSession } from './pocket-store.js';
import { newKey } from './pocket-send.js';
import { usePocket } from './usePocket.js';
import './phone.css';

/** Presences taken in the room on a phone, with or without the network. */
export default function PhonePage() {
  const { pocket, queue, others, outcome, ready, add, sync } = usePocket();
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    document.title = 'Presenze · Capofila';
  }, []);
  const open = pocket?.sessions.filter(({ day }) => day <= pocket.today) ?? [];
  const session = open.find(({ activityId }) => activityId === chosen) ?? open[0];
  return (
    <main className="cf-phone" aria-busy={!ready}>
      <header>
        <h1>Presenze</h1>
        <Link to="/">Capofila</Link>
      </header>
      <Status waiting={queue.filter(({ refused }) => !refused).length} outcome={outcome} />
      {others.map((name) => (
        <p key={name} role="status" className="cf-phone-status is-waiting">
          <Icon name="clock" /> Ci sono presenze di {name} da inviare: accedi come {name}
        </p>
      ))}
      {queue
        .filter(({ refused }) => refused)
        .map(({ key, refused }) => (
          <div key={key} className="cf-phone-refused" role="alert">
            <p>{refused}</p>
            <Button
              type="button"
              size="sm"
              color="primary"
              outline
              onClick={() => void dequeue(key).then(sync)}
            >
              Scarta
            </Button>
          </div>
        ))}
      {pocket && session && (
        <>
          <SessionChoice sessions={open} at={session.activityId} set={setChosen} />
          <Sheet
            key={session.activityId}
            session={session}
            confirm={(present) => confirm(pocket, session, present, add)}
          />
        </>
      )}
      {ready && !session && (
        <EmptyState
          icon="calendar"
          title="Nessun incontro in questi giorni"
          text="Apri questa pagina con la rete il giorno dell’incontro: poi funziona anche senza."
        />
      )}
    </main>
  );
}

/** Who was not ticked was absent; what stands already is not sent again. */
function confirm(
  pocket: HeldPocket,
  session: PocketSession,
  present: ReadonlySet<string>,
  add: ReturnType<typeof usePocket>['add'],
): Promise<void> {
  const { activityId, projectId } = session;
  const presenceOf = (id: string): 'present' | 'absent' => (present.has(id) ? 'present' : 'absent');
  const { user } = pocket;
  const people = session.people.map((one) => ({ ...one, presence: presenceOf(one.recipientId) }));
  const marks = people
    .filter(({ presence }, at) => presence !== session.people[at]?.presence)
    .map(({ recipientId, presence }) => ({ activityId, recipientId, presence }));
  const sessions = pocket.sessions.map((one) =>
    one.activityId === activityId ? { ...one, people } : one,
  );
  return add({ key: newKey(), user, projectId, marks }, { ...pocket, sessions });
}

function Status({ waiting, outcome }: { waiting: number; outcome: string }) {
  if (waiting === 0) {
    return (
      <p role="status" className="cf-phone-status is-good">
        <Icon name="check-circle" /> Tutto inviato
      </p>
    );
  }
  const words = plural(waiting, 'foglio da inviare', 'fogli da inviare');
  return (
    <p role="status" className="cf-phone-status is-waiting">
      <Icon name="clock" /> {words}
      {outcome === 'signed-out' ? (
        <>
          : <Link to="/accesso?torna=%2Fpresenze">accedi di nuovo</Link>, nulla va perso
        </>
      ) : (
        ' appena torna la rete'
      )}
    </p>
  );
}

interface ChoiceProps {
  sessions: PocketSession[];
  at: string;
  set: (id: string) => void;
}

const SessionChoice = ({ sessions, at, set }: ChoiceProps) => (
  <div className="cf-field">
    <label htmlFor="cf-phone-session">Incontro</label>
    <select
      id="cf-phone-session"
      className="form-select"
      value={at}
      onChange={(event) => set(event.target.value)}
    >
      {sessions.map(({ activityId, day, startTime, courseTitle }) => (
        <option key={activityId} value={activityId}>
          {weekday(day)} {startTime} {courseTitle}
        </option>
      ))}
    </select>
  </div>
);

interface SheetProps {
  session: PocketSession;
  confirm: (present: ReadonlySet<string>) => Promise<void>;
}

function Sheet({ session, confirm }: SheetProps) {
  const [present, setPresent] = useState(
    () =>
      new Set(
        session.people
          .filter(({ presence }) => presence === 'present')
          .map(({ recipientId }) => recipientId),
      ),
  );
  const [busy, setBusy] = useState(false);
  const toggle = (id: string) =>
    setPresent((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <>
      <ul className="cf-phone-people">
        {session.people.map(({ recipientId, code, initials }) => (
          <li key={recipientId}>
            <button
              type="button"
              aria-pressed={present.has(recipientId)}
              onClick={() => toggle(recipientId)}
            >
              <Icon name={present.has(recipientId) ? 'check-circle' : 'minus-circle'} />
              <strong>{initials ?? code}</strong>
              {initials && <span>{code}</span>}
            </button>
          </li>
        ))}
      </ul>
      <div className="cf-phone-confirm">
        <Button
          type="button"
          color="primary"
          aria-disabled={busy}
          onClick={() => {
            if (busy) return;
            setBusy(true);
            void confirm(present).finally(() => setBusy(false));
          }}
        >
          Conferma {present.size} presenti su {session.people.length}
        </Button>
      </div>
    </>
  );
}
