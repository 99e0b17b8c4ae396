import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { MyProject } from '../api/session.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint } from '../frame/PageHeader.js';
import { Progress } from '../frame/Progress.js';
import { useKey } from '../frame/useKey.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Failed } from '../frame/EmptyState.js';
import { checkImport, importQuery, sendSheet, templateAddress } from './import-queries.js';
import type { Import, Target } from './import-queries.js';
import { mappingOf, missingFields } from './mapping.js';
import { TARGETS, targetsIn } from './words.js';

interface SendSheetProps {
  project: MyProject;
  sent: (file: Import) => void;
}

/** What it holds, then the file: by the key C, by a click, or dropped here. It is checked at once when its columns are clear. */
export function SendSheet({ project, sent }: SendSheetProps) {
  const [target, setTarget] = useTarget(project);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useKey('c', () => input.current?.click());

  const send = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    setShare(0);
    try {
      const read = await sendSheet({ projectId: project.id, target, file, onProgress: setShare });
      const clear = missingFields(read, mappingOf(read)).length === 0;
      const shown = clear
        ? await checkImport(project.id, read.id, mappingOf(read), crypto.randomUUID())
        : read;
      client.setQueryData(importQuery(project.id, read.id).queryKey, shown);
      sent(shown);
    } catch (error) {
      setProblem(error);
      setShare(null);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  };
  return (
    <section
      className="cf-card cf-send-sheet"
      aria-label="Nuova importazione"
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <TargetChoice project={project} value={target} set={setTarget} />
      {share === null ? (
        <div className="cf-send-file">
          <label className="cf-file btn btn-primary" htmlFor={id}>
            <Icon name="upload" />
            Scegli il file <KeyHint>C</KeyHint>
            <input
              ref={input}
              id={id}
              type="file"
              accept=".csv,.txt,.xlsx,.ods"
              className="visually-hidden"
              aria-describedby={`${id}-help`}
              onChange={(event) => {
                void send(event.target.files?.[0]);
                event.target.value = '';
              }}
            />
          </label>
          <p id={`${id}-help`} className="cf-help">
            XLSX, ODS o CSV, oppure trascinalo qui. La prima riga dice i nomi delle colonne. Nulla
            viene scritto prima che tu abbia visto l’anteprima.
          </p>
        </div>
      ) : (
        <Progress
          label={share < 1 ? 'Invio il file' : 'Leggo il file'}
          value={share < 1 ? share : null}
        />
      )}
      {problem !== null && <Failed error={problem} />}
    </section>
  );
}

/** What the address asks for, else the first thing that the caller may import here. */
function useTarget(project: MyProject): [Target, (target: Target) => void] {
  const [asked] = useUrlValue('cosa');
  const allowed = targetsIn(project);
  const first = allowed.find((target) => target === asked) ?? allowed[0];
  return useState<Target>(first ?? 'organisations');
}

interface TargetChoiceProps {
  project: MyProject;
  value: Target;
  set: (target: Target) => void;
}

function TargetChoice({ project, value, set }: TargetChoiceProps) {
  return (
    <fieldset className="cf-import-choice">
      <legend>Che cosa contiene il file</legend>
      {targetsIn(project).map((target) => (
        <label key={target}>
          <input
            type="radio"
            name="contenuto"
            value={target}
            checked={value === target}
            onChange={() => set(target)}
          />
          <span>{TARGETS[target].label}</span>
        </label>
      ))}
      <p className="cf-help">{TARGETS[value].help}</p>
      <Template projectId={project.id} target={value} />
    </fieldset>
  );
}

const FORMATS = [
  ['xlsx', 'Excel (XLSX), con le istruzioni'],
  ['csv', 'CSV'],
] as const;

/** An empty sheet with the columns that this target knows. */
const Template = ({ projectId, target }: { projectId: string; target: Target }) => (
  <details className="cf-drop">
    <summary className="btn btn-outline-primary">
      <Icon name="download" />
      Scarica il modello
    </summary>
    <ul>
      {FORMATS.map(([format, label]) => (
        <li key={format}>
          <a href={templateAddress(projectId, target, format)} download>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </details>
);
