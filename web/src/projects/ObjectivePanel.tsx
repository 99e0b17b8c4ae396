import { EditPanel } from '../frame/EditPanel.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { useConfirm } from '../frame/confirm.js';
import { useAttempt } from '../frame/useAttempt.js';
import { options } from '../frame/choices.js';
import { useSeen } from '../frame/useSeen.js';
import { useProjectsChanged } from './project-queries.js';
import { addObjective, changeObjective, removeObjective } from './sheet-writes.js';
import { OBJECTIVE_KINDS } from './words.js';
import type { Objective, Project } from './words.js';

interface ObjectivePanelProps {
  project: Project;
  /** Null: a new one. */
  objective: Objective | null;
  close: () => void;
}

const EMPTY = { kind: 'specific' as Objective['kind'], code: '', text: '', parentId: '' };
type Values = typeof EMPTY;

function valuesOf(objective: Objective | null): Values {
  if (!objective) return EMPTY;
  const { kind, code, text, parentId } = objective;
  return typed({ kind, code, text, parentId });
}

const bodyOf = ({ kind, code, text, parentId }: Values) => ({
  kind,
  code: orNull(code),
  text: text.trim(),
  parentId: orNull(parentId),
});

export function ObjectivePanel({ project, objective: now, close }: ObjectivePanelProps) {
  const { row: objective, values, standing } = useSeen(now, valuesOf);
  const changed = useProjectsChanged();
  const remove = useRemove(project.id, close);
  const others = project.objectives.filter(({ id }) => id !== objective?.id);
  return (
    <EditPanel
      title={objective ? 'Modifica obiettivo' : 'Nuovo obiettivo'}
      said="Obiettivo salvato."
      write={(values, key) =>
        objective
          ? changeObjective(project.id, objective, bodyOf(values), key)
          : addObjective(project.id, bodyOf(values), key)
      }
      remove={objective ? { label: 'Togli', act: () => void remove(objective) } : undefined}
      {...{ values, standing, changed, close }}
    >
      <SelectField name="kind" label="Tipo" size="half" options={options(OBJECTIVE_KINDS)} />
      <TextField name="code" label="Codice" size="half" help="Se ne ha uno: OS1" />
      <LongTextField name="text" label="Testo" required rows={4} maxLength={2000} />
      <SelectField
        name="parentId"
        label="Sta sotto"
        none="nessuno: è al primo livello"
        options={others.map(({ id, code, text }) => ({
          value: id,
          label: [code, text.slice(0, 80)].filter(Boolean).join(' · '),
        }))}
      />
    </EditPanel>
  );
}

/** Takes an objective away; whoever did so by mistake gets it back for a while, at the end of the list. */
function useRemove(projectId: string, close: () => void) {
  const ask = useConfirm();
  const changed = useProjectsChanged();
  const attempt = useAttempt(changed);
  return async (objective: Objective) => {
    const answer = await ask({
      title: 'Togliere questo obiettivo?',
      text: 'Le voci del piano che lo servono restano, senza il collegamento.',
      action: 'Togli l’obiettivo',
      danger: true,
    });
    if (answer === null) return;
    const back = async () => {
      await addObjective(projectId, bodyOf(valuesOf(objective)), crypto.randomUUID());
      await changed();
    };
    const work = removeObjective(projectId, objective).then(close);
    await attempt(work, { text: 'Obiettivo tolto.', undo: back });
  };
}
