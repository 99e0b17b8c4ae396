import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useMay } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import {
  registerFile,
  registerQuery,
  registerWithNames,
  saveMarks,
  useCoursesChanged,
} from '../courses/course-queries.js';
import type { Course, Register } from '../courses/course-queries.js';
import { useConfirm } from '../frame/confirm.js';
import { EmptyState } from '../frame/EmptyState.js';
import { FilterSelect } from '../frame/filter-fields.js';
import { monthName, plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint } from '../frame/PageHeader.js';
import { saveFile } from '../frame/save-file.js';
import { useKey } from '../frame/useKey.js';
import { useUnsaved } from '../frame/useUnsaved.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { useAttempt } from '../frame/useAttempt.js';
import { toMarks, without } from './marks.js';
import type { Changes } from './marks.js';
import { RegisterGrid } from './RegisterGrid.js';
import { ScanPanel } from './ScanPanel.js';
import { SessionsPanel } from './SessionsPanel.js';

/** The months of a school year, September first. */
function monthsOf(schoolYear: string): string[] {
  const year = Number(schoolYear.slice(0, 4));
  return Array.from({ length: 12 }, (_, at) => {
    const month = ((at + 8) % 12) + 1;
    return `${month >= 9 ? year : year + 1}-${String(month).padStart(2, '0')}`;
  });
}

/** Who was there, session by session, written by keyboard and saved at once. */
export default function RegisterTab({ course }: { course: Course }) {
  const [month, setMonth] = useUrlValue('mese');
  const shown = month ?? '';
  const [panel, setPanel] = useUrlValue('incontri');
  const { data, error, refetch } = useQuery(registerQuery(course.projectId, course.id, shown));
  const close = () => setPanel(null);
  return (
    <>
      <Bar course={course} month={shown} setMonth={setMonth} open={setPanel} />
      {data ? (
        <Sheet key={month} course={course} register={data} />
      ) : (
        <Loading {...{ error, refetch }} />
      )}
      {panel === 'nuovi' && <SessionsPanel course={course} close={close} />}
      {panel === 'scansione' && data && <ScanPanel course={course} register={data} close={close} />}
    </>
  );
}

interface BarProps {
  course: Course;
  month: string;
  setMonth: (month: string | null) => void;
  open: (panel: string) => void;
}

function Bar({ course, month, setMonth, open }: BarProps) {
  const may = useMay();
  const months = monthsOf(course.schoolYear);
  return (
    <div className="cf-bar">
      <FilterSelect
        label="Mese"
        options={months.map((value) => ({ value, label: monthName(value) }))}
        all="tutti"
        value={month}
        set={(value) => setMonth(value || null)}
      />
      <a
        className="btn btn-outline-primary"
        href={registerFile(course.projectId, course.id, month)}
        download
      >
        <Icon name="print" />
        Stampa il registro
      </a>
      {may('identity.view', course.projectId) && <PrintNames course={course} month={month} />}
      {may('document.add', course.projectId) && course.sessionsDone > 0 && (
        <Button type="button" color="primary" outline onClick={() => open('scansione')}>
          <Icon name="upload" />
          Allega la scansione
        </Button>
      )}
      {may('course.edit', course.projectId) && (
        <Button type="button" color="primary" outline onClick={() => open('nuovi')}>
          <Icon name="plus" />
          Aggiungi incontri
        </Button>
      )}
    </div>
  );
}

/** For whoever may read identities: says why, and each name that is read stays in the record. */
function PrintNames({ course, month }: Pick<BarProps, 'course' | 'month'>) {
  const ask = useConfirm();
  const attempt = useAttempt();
  const print = async () => {
    const purpose = await ask({
      title: 'Stampare il registro con i nomi?',
      text: 'La lettura di ogni nome resta nel registro delle modifiche, con il motivo. Chi non ha un’identità registrata resta un codice.',
      action: 'Stampa con i nomi',
      reasonLabel: 'Motivo',
    });
    if (purpose === null) return;
    const file = registerWithNames(course.projectId, course.id, month, purpose);
    await attempt(
      file.then((pdf) => saveFile(pdf, `registro-nomi${month ? `-${month}` : ''}.pdf`)),
    );
  };
  return (
    <Button type="button" color="primary" outline onClick={() => void print()}>
      <Icon name="user" />
      Stampa con i nomi
    </Button>
  );
}

const NONE: Changes = new Map();
/** Another month is another sheet. */
const MONTH = ['mese'];

function Sheet({ course, register }: { course: Course; register: Register }) {
  const attempt = useAttempt(useCoursesChanged(course.projectId));
  const [changes, setChanges] = useState(NONE);
  const write = useWrite((sent: Changes, key) =>
    saveMarks(course.projectId, toMarks(sent, register.sessions), key),
  );
  const save = () => {
    if (changes.size === 0 || write.isPending) return;
    void attempt(write.mutateAsync(changes), ({ marks }) => {
      setChanges((now) => without(now, changes));
      return `${plural(marks, 'presenza salvata', 'presenze salvate')}.`;
    });
  };
  useKey('s', save);
  useUnsaved(changes.size > 0, MONTH);
  if (register.sessions.length === 0) return <NoSessions />;
  if (register.people.length === 0) return <Nobody />;
  return (
    <>
      <RegisterGrid register={register} changes={changes} setChanges={setChanges} />
      <div className="cf-register-foot">
        <p aria-live="polite">
          {changes.size === 0
            ? 'P presente · A assente · Canc vuoto · cifre per la durata · frecce per spostarsi'
            : `${plural(changes.size, 'casella da salvare', 'caselle da salvare')}`}
        </p>
        <Button type="button" color="primary" onClick={save} aria-disabled={changes.size === 0}>
          {write.isPending ? 'Salvo…' : 'Salva le presenze'} <KeyHint>S</KeyHint>
        </Button>
      </div>
    </>
  );
}

const NoSessions = () => (
  <EmptyState
    icon="calendar"
    title="Nessun incontro"
    text="Aggiungi gli incontri del corso: il registro si compila giorno per giorno."
  />
);

const Nobody = () => (
  <EmptyState
    icon="user"
    title="Nessun iscritto"
    text="Iscrivi le persone dalla scheda «Iscritti»."
  />
);
