import { useFormChoices } from '../activities/form-choices.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { LANGUAGES } from '../frame/languages.js';
import { LongTextField, TextField } from '../frame/fields.js';
import { useTerritories } from '../frame/choices.js';
import { listed } from './content-choices.js';
import { useSeen } from '../frame/useSeen.js';
import { EditPanel } from '../frame/EditPanel.js';
import { addContent, changeContent, useContentsChanged } from './publishing-queries.js';
import type { Content } from './publishing-queries.js';

interface Values {
  title: string;
  url: string;
  summary: string;
  workItemId: string;
  themes: string;
  territoryId: string;
  languages: string[];
}

const BLANK: Values = {
  title: '',
  url: '',
  summary: '',
  workItemId: '',
  themes: '',
  territoryId: '',
  languages: ['it'],
};

const valuesOf = ({ title, url, workItemId, summary, territoryId, ...rest }: Content): Values => ({
  title,
  url,
  workItemId,
  summary: summary ?? '',
  territoryId: territoryId ?? '',
  themes: rest.themes.join(', '),
  languages: rest.languages,
});

const bodyOf = (values: Values) => ({
  title: values.title,
  url: values.url,
  summary: values.summary.trim() || null,
  workItemId: values.workItemId,
  themes: listed(values.themes),
  territoryId: values.territoryId || null,
  languages: values.languages,
});

interface ContentPanelProps {
  projectId: string;
  /** Null for a new one. */
  content: Content | null;
  close: () => void;
}

/** A content as a draft, or changed where it already stands. */
export function ContentPanel({ projectId, content: now, close }: ContentPanelProps) {
  const seen = useSeen(now, (one) => (one ? valuesOf(one) : BLANK));
  const content = seen.row;
  const changed = useContentsChanged();
  const { workItems } = useFormChoices(projectId);
  const territories = useTerritories();
  return (
    <EditPanel
      title={content ? 'Modifica contenuto' : 'Nuovo contenuto'}
      values={seen.values}
      standing={seen.standing}
      write={(values, key) =>
        content
          ? changeContent(content, bodyOf(values), key)
          : addContent(projectId, bodyOf(values), key)
      }
      changed={changed}
      said={content ? 'Contenuto salvato.' : 'Contenuto in bozza.'}
      close={close}
    >
      <TextField name="title" label="Titolo" required maxLength={300} />
      <TextField name="url" label="Indirizzo" type="url" required maxLength={2000} />
      <LongTextField name="summary" label="Riassunto" rows={3} maxLength={4000} />
      <ChoiceField name="workItemId" label="Azione in cui conta" required choices={workItems} />
      <TextField name="themes" label="Temi" help="Separati da una virgola: scuola, salute" />
      <ChoiceField name="territoryId" label="Territorio" choices={territories} />
      <ChoiceField name="languages" label="Lingue" many required choices={LANGUAGES} />
    </EditPanel>
  );
}
