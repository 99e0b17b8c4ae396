import { Button } from 'design-react-kit';
import { useState } from 'react';
import { upload } from '../api/upload.js';
import { useCoursesChanged } from '../courses/course-queries.js';
import type { Course, Register, Session } from '../courses/course-queries.js';
import { plural, weekday } from '../frame/format.js';
import { Progress } from '../frame/Progress.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useAttempt } from '../frame/useAttempt.js';

interface PanelProps {
  course: Course;
  register: Register;
  close: () => void;
}

const tookPlace = ({ state }: Session): boolean => state !== 'planned';

/** Attaches the scan of a signed register to each of its sessions; the file is stored once. */
export function ScanPanel({ course, register, close }: PanelProps) {
  const attempt = useAttempt(useCoursesChanged(course.projectId));
  const sessions = register.sessions.filter(tookPlace);
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState(
    () => new Set(sessions.filter(({ files }) => files === 0).map(({ activityId }) => activityId)),
  );
  const [done, setDone] = useState<number | null>(null);
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const send = async () => {
    if (!file || chosen.size === 0) return;
    setDone(0);
    const { projectId } = course;
    const subject = { table: 'activity', ids: [...chosen] };
    const sent = upload({ projectId, file, kind: 'register', subject, onProgress: setDone });
    const said = `Registro allegato a ${plural(chosen.size, 'incontro', 'incontri')}.`;
    if (
      await attempt(
        sent.finally(() => setDone(null)),
        said,
      )
    )
      close();
  };
  return (
    <SidePanel
      title="Allega la scansione del registro"
      lead="Il file firmato vale per tutti gli incontri scelti."
      onClose={close}
      footer={
        <Button
          type="button"
          color="primary"
          onClick={() => void send()}
          aria-disabled={!file || chosen.size === 0 || done !== null}
        >
          Allega a {plural(chosen.size, 'incontro', 'incontri')}
        </Button>
      }
    >
      <div className="cf-field">
        <label htmlFor="cf-scan">Scansione (PDF o immagine)</label>
        <input
          id="cf-scan"
          type="file"
          className="form-control"
          accept=".pdf,.jpg,.jpeg,.png"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      <fieldset className="cf-scan-sessions">
        <legend>Incontri</legend>
        {sessions.map(({ activityId, day, startTime, files }) => (
          <label key={activityId}>
            <input
              type="checkbox"
              checked={chosen.has(activityId)}
              onChange={() => toggle(activityId)}
            />
            {weekday(day, true)} {startTime} {files > 0 && <small>ha già {files} allegati</small>}
          </label>
        ))}
      </fieldset>
      {done !== null && <Progress label="Invio" value={done} />}
    </SidePanel>
  );
}
