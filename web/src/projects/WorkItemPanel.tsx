import { ChoiceField } from '../frame/ChoiceField.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { typed } from '../frame/form-values.js';
import { options } from '../frame/choices.js';
import { useSeen } from '../frame/useSeen.js';
import { EditPanel } from '../frame/EditPanel.js';
import { checkPartial, parsePartial, typedPartial } from './partial-date.js';
import { addWorkItem, changeWorkItem, useProjectsChanged } from './project-queries.js';
import { ITEM_KINDS } from './words.js';
import type { Project, WorkItem } from './words.js';

interface PanelProps {
  project: Project;
  /** Null: a new one. */
  item: WorkItem | null;
  items: WorkItem[];
  close: () => void;
}

interface Values {
  kind: WorkItem['kind'];
  code: string;
  title: string;
  parentId: string;
  starts: string;
  ends: string;
  description: string;
  objectiveIds: string[];
}

const bodyOf = (values: Values) => ({
  kind: values.kind,
  code: values.code.trim(),
  title: values.title.trim(),
  parentId: values.parentId || null,
  starts: parsePartial(values.starts),
  ends: parsePartial(values.ends),
  description: values.description.trim() || null,
  objectiveIds: values.objectiveIds,
});

/** One voice of the plan: new, or changed. */
export function WorkItemPanel({ project, item: now, items, close }: PanelProps) {
  const { row: item, values: start, standing } = useSeen(now, valuesOf);
  const changed = useProjectsChanged();
  return (
    <EditPanel
      title={item ? `Modifica ${item.code}` : 'Nuova voce del piano'}
      values={start}
      label="Voce del piano di lavoro"
      standing={standing}
      write={(values, key) =>
        item
          ? changeWorkItem(project.id, item, bodyOf(values), key)
          : addWorkItem(project.id, { ...bodyOf(values), position: items.length }, key)
      }
      changed={changed}
      said={({ code }) => `${code}: salvata.`}
      close={close}
    >
      <SelectField name="kind" label="Tipo" size="half" options={options(ITEM_KINDS)} />
      <TextField name="code" label="Codice" size="half" required help="Per esempio A1, WP0, F2" />
      <TextField name="title" label="Titolo" required maxLength={400} />
      <SelectField
        name="parentId"
        label="Sta sotto"
        none="nessuna: è al primo livello"
        options={items
          .filter(({ id }) => id !== item?.id)
          .map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` }))}
      />
      <TextField
        name="starts"
        label="Inizio"
        size="half"
        help="2018, 5/2018 o 15/5/2018"
        check={checkPartial}
      />
      <TextField name="ends" label="Fine" size="half" help="Come sopra" check={checkPartial} />
      <LongTextField name="description" label="Descrizione" rows={4} />
      {project.objectives.length > 0 && (
        <ChoiceField
          name="objectiveIds"
          label="Obiettivi che serve"
          many
          choices={project.objectives.map(({ id, code, text }) => ({
            value: id,
            label: code ?? text.slice(0, 60),
            hint: text,
          }))}
        />
      )}
    </EditPanel>
  );
}

const EMPTY: Values = {
  kind: 'action',
  code: '',
  title: '',
  parentId: '',
  starts: '',
  ends: '',
  description: '',
  objectiveIds: [],
};

function valuesOf(item: WorkItem | null): Values {
  if (!item) return EMPTY;
  const { kind, code, title, parentId, description, objectiveIds } = item;
  const dates = { starts: typedPartial(item.starts), ends: typedPartial(item.ends) };
  return { ...typed({ kind, code, title, parentId, description, objectiveIds }), ...dates };
}
