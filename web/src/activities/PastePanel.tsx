import { Button } from 'design-react-kit';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useMe } from '../api/session.js';
import { hours, plural } from '../frame/format.js';
import { parseBlock } from '../frame/grid/block.js';
import { Grid } from '../frame/grid/Grid.js';
import type { GridErrors, GridRow } from '../frame/grid/grid-types.js';
import { useEdits } from '../frame/grid/useEdits.js';
import { useProjectContext, useProjectsWith } from '../frame/project-context.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToday } from '../frame/today.js';
import { startingValues } from './last-context.js';
import { merged, useDryRun, useSavePaste } from './paste-writes.js';
import { Heads } from './PasteHeads.js';
import { cellsOfBlock, columnsShown, understand } from './paste-block.js';
import type { Pasted } from './paste-block.js';
import { gridColumns, type TypedCells } from './typed-columns.js';
import { readRow } from './typed-rows.js';
import type { TypedChoices } from './typed-rows.js';
import { optionsOf, useTypedChoices } from './useTypedChoices.js';

interface PastePanelProps {
  /** What was pasted over the page; empty: it is still to be pasted. */
  text: string;
  close: () => void;
}

/** A block of a spreadsheet becomes activities: first it is shown with what is wrong in each cell, then saved all or nothing. */
export function PastePanel({ text: first, close }: PastePanelProps) {
  const [text, setText] = useState(first);
  const [projectId, setProject] = useState(useLikelyProject());
  const choices = useTypedChoices(projectId);
  const ready = choices.kinds.length > 0 && choices.workItems.length > 0;
  const preview = { text, projectId, choices, close };
  return (
    <SidePanel
      title="Incolla da Excel"
      onClose={close}
      wide
      lead="Nulla è salvato finché non lo confermi."
    >
      <div className="cf-stack">
        <ProjectOf projectId={projectId} set={setProject} />
        {text === '' && <Drop set={setText} />}
        {text !== '' && ready && <Preview key={projectId} {...preview} again={() => setText('')} />}
      </div>
    </SidePanel>
  );
}

/** That of the context, else the last one in which one logged, else the first. */
function useLikelyProject(): string {
  const { project } = useProjectContext();
  const { user } = useMe();
  const mine = useProjectsWith('activity.log');
  const last = startingValues(user.id, null).projectId;
  return project?.id ?? (mine.find(({ id }) => id === last) ?? mine[0])?.id ?? '';
}

function ProjectOf({ projectId, set }: { projectId: string; set: (id: string) => void }) {
  const mine = useProjectsWith('activity.log');
  if (mine.length < 2) return null;
  return (
    <div className="cf-paste-columns">
      <label>
        Progetto
        <select value={projectId} onChange={(event) => set(event.target.value)}>
          {mine.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Drop({ set }: { set: (text: string) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <label className="cf-field">
      Incolla qui le righe copiate dal foglio (Ctrl+V)
      <textarea
        ref={field}
        className="form-control"
        rows={8}
        onChange={(event) => set(event.target.value)}
        aria-describedby="paste-help"
      />
      <span className="cf-help" id="paste-help">
        Con o senza la riga dei titoli. Vanno bene 12/03/2026, 1,5, 1:30, 90m; i nomi come nel
        programma.
      </span>
    </label>
  );
}

interface PreviewProps {
  text: string;
  projectId: string;
  choices: TypedChoices;
  close: () => void;
  again: () => void;
}

function Preview({ text, projectId, choices, close, again }: PreviewProps) {
  const today = useToday();
  const [pasted, setPasted] = useState(() => understand(parseBlock(text), choices));
  const defaults = useDefaults(projectId, choices);
  const rows = useMemo(() => rowsOf(pasted, defaults), [pasted, defaults]);
  const edits = useEdits(rows);
  const [refused, setRefused] = useState<GridErrors>({});
  const read = useMemo(
    () => edits.rows.map(({ cells }) => readRow(cells, choices, today)),
    [edits.rows, choices, today],
  );
  const bodies = read.flatMap(({ body }) => (body ? [{ ...body, projectId }] : []));
  const whole = bodies.length === rows.length && rows.length > 0;
  const told = useDryRun(whole ? bodies : null);
  const errors = useMemo(() => {
    const own = Object.fromEntries(
      read.map((one, index) => [String(index), one.errors]),
    ) as GridErrors;
    return merged(own, whole ? merged(refused, told) : {});
  }, [read, refused, told, whole]);
  const wrong = Object.values(errors).reduce((sum, one) => sum + Object.keys(one).length, 0);
  const save = useSavePaste(close, setRefused);
  const minutes = bodies.reduce((sum, body) => sum + (body.minutes ?? 0), 0);
  const columns = useMemo(
    () => gridColumns(columnsShown(pasted), optionsOf(choices)),
    [pasted, choices],
  );
  const change = (changes: Parameters<typeof edits.apply>[0]) => {
    setRefused({});
    edits.apply(changes);
  };
  return (
    <>
      <Heads pasted={pasted} set={setPasted} />
      <div className="cf-grid-bar">
        <p role="status">
          <strong>{plural(rows.length, 'riga', 'righe')}</strong>, {hours(minutes)} ore.{' '}
          {wrong === 0
            ? 'Nessun errore.'
            : `${plural(wrong, 'cella da correggere', 'celle da correggere')}: F8 va alla prossima.`}
        </p>
        <div className="cf-buttons">
          <Button type="button" color="primary" outline size="sm" onClick={again}>
            Incolla altro
          </Button>
          <Button
            type="button"
            color="primary"
            size="sm"
            disabled={wrong > 0 || !whole || save.isPending}
            onClick={() => save.mutate(bodies)}
          >
            Salva {plural(rows.length, 'attività', 'attività')}
          </Button>
        </div>
      </div>
      <Grid
        label="Righe incollate"
        columns={columns}
        rows={edits.rows}
        onEdit={change}
        onUndo={edits.undo}
        errors={errors}
        height={12}
        focusErrors
      />
    </>
  );
}

const rowsOf = (pasted: Pasted, defaults: TypedCells): GridRow[] =>
  cellsOfBlock(pasted, defaults).map((cells, index) => ({ key: String(index), cells }));

/** What the block does not say is as in the last activity. */
function useDefaults(projectId: string, choices: TypedChoices): TypedCells {
  const { user } = useMe();
  return useMemo(() => {
    const { workItemId, kind, participationId } = startingValues(user.id, projectId);
    const name = (list: { value: string; label: string }[], id: string) =>
      list.find(({ value }) => value === id)?.label ?? '';
    const only = choices.workItems.length === 1 ? choices.workItems[0]?.label : '';
    return {
      workItem: name(choices.workItems, workItemId) || only || '',
      kind: choices.kinds.find(({ code }) => code === kind)?.label ?? '',
      partner: name(choices.partners, participationId),
    };
  }, [user.id, projectId, choices]);
}
