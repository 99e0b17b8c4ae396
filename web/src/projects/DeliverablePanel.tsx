import { EditPanel } from '../frame/EditPanel.js';
import { SelectField, TextField } from '../frame/fields.js';
import { orNull } from '../frame/form-values.js';
import { languageName } from '../frame/languages.js';
import { useProjectsChanged } from './project-queries.js';
import { addDeliverable } from './sheet-writes.js';
import { DELIVERABLE_KINDS } from './words.js';
import type { Deliverable, WorkItem } from './words.js';

interface DeliverablePanelProps {
  projectId: string;
  items: WorkItem[];
  close: () => void;
}

const LANGUAGES = ['it', 'fr', 'es', 'ca', 'en', 'de', 'ar', 'sq', 'ro', 'zh'] as const;

const EMPTY = {
  kind: 'study' as Deliverable['kind'],
  title: '',
  workItemId: '',
  language: '' as (typeof LANGUAGES)[number] | '',
  territory: '',
  theme: '',
  url: '',
};

const bodyOf = ({ kind, title, language, ...rest }: typeof EMPTY) => ({
  kind,
  title: title.trim(),
  language: language || null,
  workItemId: orNull(rest.workItemId),
  territory: orNull(rest.territory),
  theme: orNull(rest.theme),
  url: orNull(rest.url),
});

/** Something that the project leaves behind: a study, an event, a publication. */
export function DeliverablePanel({ projectId, items, close }: DeliverablePanelProps) {
  return (
    <EditPanel
      title="Nuovo prodotto"
      values={EMPTY}
      said="Prodotto aggiunto."
      write={(values, key) => addDeliverable(projectId, bodyOf(values), key)}
      changed={useProjectsChanged()}
      close={close}
    >
      <SelectField
        name="kind"
        label="Tipo"
        size="half"
        options={Object.entries(DELIVERABLE_KINDS).map(([value, [label]]) => ({ value, label }))}
      />
      <SelectField
        name="language"
        label="Lingua"
        size="half"
        none="non nota"
        options={LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
      />
      <TextField name="title" label="Titolo" required maxLength={400} />
      <SelectField
        name="workItemId"
        label="Voce del piano"
        none="nessuna"
        options={items.map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` }))}
      />
      <TextField name="territory" label="Territorio" size="half" />
      <TextField name="theme" label="Tema" size="half" />
      <TextField name="url" label="Indirizzo" type="url" placeholder="https://" />
    </EditPanel>
  );
}
