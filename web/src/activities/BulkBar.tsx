import { Button } from 'design-react-kit';
import { useId, useState } from 'react';
import { useMay } from '../api/session.js';
import { useConfirm } from '../frame/confirm.js';
import { plural } from '../frame/format.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import type { ActivityRow } from './activity-queries.js';
import { bodyBefore } from './activity-values.js';
import { changeOf } from './grid-changes.js';
import { COLUMNS, TYPED, type Typed } from './typed-columns.js';
import { cellsOf } from './typed-rows.js';
import type { ChoicesOf, optionsOf } from './useTypedChoices.js';
import { isDue } from './useRegister.js';
import type { useSaveRows } from './useSaveRows.js';

interface BulkBarProps {
  rows: ActivityRow[];
  choicesOf: ChoicesOf;
  /** What is offered while one types, by column. */
  offered: ReturnType<typeof optionsOf>;
  save: ReturnType<typeof useSaveRows>;
}

const seen = ({ id, version, projectId }: ActivityRow) => ({ id, version, projectId });

/** One value for all the chosen rows, or all of them registered, confirmed or cancelled: one save, one way back. */
export function BulkBar({ rows, choicesOf, offered, save }: BulkBarProps) {
  const [column, setColumn] = useState<Typed>('partner');
  const [text, setText] = useState('');
  const list = useId();
  const today = useToday();
  const toast = useToast();
  const ask = useConfirm();
  const may = useMay();
  const open = rows.filter(({ state, reportId }) => state !== 'cancelled' && reportId === null);
  const apply = () => {
    const changes = open.map((row) => {
      const choices = choicesOf(row.projectId);
      return changeOf(row, { ...cellsOf(row, choices), [column]: text }, choices, today);
    });
    const wrong = changes.find(({ body }) => body === null)?.errors[column];
    if (wrong) return toast({ text: wrong, tone: 'bad' });
    save.mutate({ rows: changes.flatMap(({ body }) => body ?? []) });
  };
  const due = open.filter((row) => isDue(row, today));
  const register = () =>
    save.mutate({ rows: due.map((row) => ({ ...seen(row), ...bodyBefore(row) })) });
  const confirmable = open.filter(
    ({ state, projectId }) => state === 'done' && may('activity.confirm', projectId),
  );
  const cancel = async () => {
    const reason = await ask({
      title: `Annullare ${plural(open.length, 'attività', 'attività')}?`,
      text: 'Restano nell’elenco, barrate, e non contano più in nessuna somma.',
      action: 'Annulla le attività',
      danger: true,
      reasonLabel: 'Motivo',
    });
    if (reason !== null) save.mutate({ cancel: open.map(seen), reason });
  };
  const options = offered[column];
  return (
    <div className="cf-bulk" role="group" aria-label="Modifica le righe scelte">
      <select
        aria-label="Colonna da modificare"
        value={column}
        onChange={(event) => setColumn(event.target.value as Typed)}
      >
        {TYPED.map((key) => (
          <option key={key} value={key}>
            {COLUMNS[key].header}
          </option>
        ))}
      </select>
      <input
        aria-label="Nuovo valore"
        value={text}
        list={options ? list : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && apply()}
      />
      {options && (
        <datalist id={list}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      <Button
        type="button"
        color="primary"
        size="sm"
        onClick={apply}
        disabled={save.isPending || open.length === 0}
      >
        Cambia {plural(open.length, 'riga', 'righe')}
      </Button>
      {due.length > 0 && (
        <Button type="button" color="primary" outline size="sm" onClick={register}>
          Registra {plural(due.length, 'riga', 'righe')}
        </Button>
      )}
      {confirmable.length > 0 && (
        <Button
          type="button"
          color="primary"
          outline
          size="sm"
          onClick={() => save.mutate({ confirm: confirmable.map(seen) })}
        >
          Conferma {plural(confirmable.length, 'riga', 'righe')}
        </Button>
      )}
      <Button
        type="button"
        color="danger"
        outline
        size="sm"
        onClick={() => void cancel()}
        disabled={open.length === 0}
      >
        Annulla le righe
      </Button>
    </div>
  );
}
