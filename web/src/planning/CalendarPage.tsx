import './calendar.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useMemo } from 'react';
import { ActivityDetail } from '../activities/ActivityDetail.js';
import type { Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Failed } from '../frame/EmptyState.js';
import { Filters } from '../frame/Filters.js';
import { day as dayWords, dayTyped, monthName, plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint, PageHeader } from '../frame/PageHeader.js';
import { useProjectContext } from '../frame/project-context.js';
import { useToday } from '../frame/today.js';
import { useKey } from '../frame/useKey.js';
import { useOnPhone } from '../frame/useOnPhone.js';
import { useUrlFilters, useUrlValue } from '../frame/useUrlFilters.js';
import type { UrlFilters } from '../frame/useUrlFilters.js';
import { Switcher } from '../frame/Switcher.js';
import { usePeople, useBodies } from '../frame/choices.js';
import { AddressesPanel } from './AddressesPanel.js';
import { AgendaView } from './AgendaView.js';
import { daysOf, step } from './calendar-days.js';
import type { View } from './calendar-days.js';
import { calendarQuery, PATRON_CHOICES, PATRONS } from './calendar-queries.js';
import type { Patron } from './calendar-queries.js';
import { CalendarTabs } from './CalendarTabs.js';
import { EVENT } from './EventBox.js';
import { conflictWords } from './event-words.js';
import { MonthView } from './MonthView.js';
import { MoveDialog } from './MoveDialog.js';
import { PlanPanel } from './PlanPanel.js';
import { isPulled, targetOf, useMove, whatMeets } from './useMove.js';
import type { Mover, Moving } from './useMove.js';
import { WeekView } from './WeekView.js';

const VIEWS: View[] = ['mese', 'settimana', 'giorno', 'agenda'];
const SWITCHES = VIEWS.map((at) => ({
  at,
  label: at[0]?.toUpperCase() + at.slice(1),
  params: { vista: at },
}));
const NAMES = ['persona', 'ente', 'patrono'] as const;

/** The view and the day of the address; a phone begins with the agenda. */
function useView() {
  const today = useToday();
  const [chosen, setView] = useUrlValue('vista');
  const [day, setDay] = useUrlValue('giorno');
  const usual = useOnPhone() ? 'agenda' : 'mese';
  const view = VIEWS.find((one) => one === chosen) ?? usual;
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(day ?? '');
  return { view, setView, day: valid && day ? day : today, setDay, today };
}

const contentOf = (data: Schemas['CalendarView'] | undefined) => ({
  items: data?.items ?? [],
  holidays: new Map((data?.holidays ?? []).map((one) => [one.day, one.name])),
});

export default function CalendarPage() {
  const { view, setView, day, setDay, today } = useView();
  const { project } = useProjectContext();
  const bar = useUrlFilters(NAMES);
  const mover = useMove(view === 'settimana' || view === 'giorno');
  const may = useMay();
  const [panel, setPanel] = useUrlValue('apri');
  const patron = PATRONS.find((one) => one === bar.filters.patrono);
  const days = useMemo(() => daysOf(view, day), [view, day]);
  const { data, error, refetch } = useQuery(
    calendarQuery(askedOf(days, day, { ...bar.filters, patron, projectId: project?.id })),
  );
  useKey('e', () => document.querySelector<HTMLElement>(`.${EVENT}`)?.focus());
  const plan = may('activity.log') ? () => setPanel('nuovo') : () => undefined;
  useKey('m', plan);
  const shown = {
    days,
    month: day.slice(0, 7),
    today,
    ...contentOf(data),
    mover,
    open: (one: string) => {
      setDay(one);
      setView('giorno');
    },
  };
  return (
    <div className="cf-page">
      <PageHeader
        title="Calendario"
        state={data ? stateWords(data.items.length, data.cut) : '\u00a0'}
        action={<HeaderActions plan={plan} share={() => setPanel('abbonati')} />}
      />
      <CalendarTabs />
      <CalendarFilters bar={bar} />
      <div className="cf-cal-bar">
        <Steps view={view} day={day} set={setDay} days={days} today={today} />
        <Switcher label="Vista" views={SWITCHES} at={view} />
      </div>
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      <p className="cf-cal-keys">
        <kbd>E</kbd> va al primo, le frecce al successivo; <kbd>S</kbd> lo sposta, <kbd>Invio</kbd>{' '}
        lo lascia lì, <kbd>Esc</kbd> lo rimette a posto; con <kbd>Maiusc</kbd> le frecce spostano
        solo la fine. Con il mouse si trascina, e dal bordo in basso si cambia l’ora di fine.
      </p>
      <div aria-busy={!data}>{viewOf(view, shown)}</div>
      <Announcement mover={mover} />
      <MoveDialog mover={mover} />
      <OpenPanel panel={panel} day={day} patron={patron} close={() => setPanel(null)} />
      <ActivityDetail />
    </div>
  );
}

interface Narrowed {
  projectId?: string;
  persona?: string;
  ente?: string;
  patron: Patron | undefined;
}

const askedOf = (days: string[], day: string, { projectId, persona, ente, patron }: Narrowed) => ({
  from: days[0] ?? day,
  to: days.at(-1) ?? day,
  ...(projectId && { projectId: [projectId] }),
  ...(persona && { personId: [persona] }),
  ...(ente && { organisationId: [ente] }),
  ...(patron && { patron }),
});

interface OpenPanelProps {
  panel: string | null;
  day: string;
  patron: Patron | undefined;
  close: () => void;
}

function OpenPanel({ panel, day, patron, close }: OpenPanelProps) {
  const start = { day: dayTyped(day), ...(patron && { patron }) };
  if (panel === 'nuovo') return <PlanPanel start={start} close={close} />;
  return panel === 'abbonati' && <AddressesPanel close={close} />;
}

function viewOf(view: View, shown: Parameters<typeof MonthView>[0]) {
  if (view === 'mese') return <MonthView {...shown} />;
  return view === 'agenda' ? <AgendaView {...shown} /> : <WeekView {...shown} />;
}

const stateWords = (items: number, cut: boolean): string =>
  cut
    ? 'Sono troppe per un calendario: scegli un progetto o una persona'
    : `${plural(items, 'attività', 'attività')} in questi giorni`;

function HeaderActions({ plan, share }: { plan: () => void; share: () => void }) {
  const may = useMay();
  return (
    <>
      {may('calendar.own') && (
        <Button type="button" color="primary" outline onClick={share}>
          <Icon name="link" />
          Abbonati
        </Button>
      )}
      {may('activity.log') && (
        <Button type="button" color="primary" onClick={plan}>
          <Icon name="plus" />
          Nuovo incontro <KeyHint>M</KeyHint>
        </Button>
      )}
    </>
  );
}

function CalendarFilters({ bar }: { bar: UrlFilters<(typeof NAMES)[number]> }) {
  const people = usePeople();
  const bodies = useBodies();
  return (
    <Filters
      bar={bar}
      fields={[
        { name: 'persona', label: 'Persona', all: 'Tutte', options: people },
        { name: 'ente', label: 'Ente', options: bodies },
        { name: 'patrono', label: 'Santo patrono di', all: 'Nessuno', options: PATRON_CHOICES },
      ]}
    />
  );
}

interface StepsProps {
  view: View;
  day: string;
  days: string[];
  today: string;
  set: (day: string) => void;
}

function Steps({ view, day, days, today, set }: StepsProps) {
  const words =
    view === 'mese'
      ? monthName(day)
      : view === 'giorno'
        ? dayWords(day)
        : `${dayWords(days[0])} – ${dayWords(days.at(-1))}`;
  return (
    <div className="cf-cal-steps">
      <button type="button" className="cf-icon-button" onClick={() => set(step(view, day, -1))}>
        <Icon name="chevron-left" label="Prima" />
      </button>
      <Button type="button" color="primary" outline size="sm" onClick={() => set(today)}>
        Oggi
      </Button>
      <button type="button" className="cf-icon-button" onClick={() => set(step(view, day, 1))}>
        <Icon name="chevron-right" label="Dopo" />
      </button>
      <strong aria-live="polite">{words}</strong>
    </div>
  );
}

/** Says where the carried activity is, and what is in its way there. */
function Announcement({ mover: { moving } }: { mover: Mover }) {
  return (
    <div className={moving ? 'cf-cal-moving' : 'visually-hidden'} role="status" aria-live="polite">
      {moving && <Where moving={moving} />}
    </div>
  );
}

function Where({ moving }: { moving: Moving }) {
  const { data: met = [] } = useQuery(whatMeets(moving, 'this'));
  const conflicts = met.flatMap((one) => one.conflicts);
  const { day, startTime, endTime } = targetOf(moving);
  return (
    <>
      {isPulled(moving) ? 'Diventa' : 'Sposti a'}{' '}
      <strong>
        {dayWords(day)}
        {startTime && `, ${startTime}–${endTime}`}
      </strong>
      . {conflicts.length > 0 ? conflicts.map(conflictWords).join('; ') : 'Nulla lo impedisce.'}
    </>
  );
}
