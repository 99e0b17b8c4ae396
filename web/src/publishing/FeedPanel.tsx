import { useQuery } from '@tanstack/react-query';
import { ChoiceField } from '../frame/ChoiceField.js';
import { EditPanel } from '../frame/EditPanel.js';
import { LANGUAGES } from '../frame/languages.js';
import { LongTextField, TextField } from '../frame/fields.js';
import { useProjectsWith } from '../frame/project-context.js';
import { useSeen } from '../frame/useSeen.js';
import { useTerritories } from '../frame/choices.js';
import { nameOf } from '../projects/words.js';
import { addFeed, changeFeed, feedsQuery, useContentsChanged } from './publishing-queries.js';
import type { ContentFeed } from './publishing-queries.js';
import { listed } from './content-choices.js';

interface Values {
  title: string;
  description: string;
  theme: string;
  territoryId: string;
  language: string;
  sites: string;
  projectIds: string[];
}

interface FeedPanelProps {
  projectId: string;
  /** Empty for a new one. */
  id: string;
  close: () => void;
}

/** A feed: its address is made of its first title and stays. */
export function FeedPanel({ projectId, id, close }: FeedPanelProps) {
  const { data } = useQuery(feedsQuery(projectId));
  const feed = data?.find((one) => one.id === id);
  return (feed ?? !id) && <FeedForm {...{ projectId, feed, close }} />;
}

interface FeedFormProps {
  projectId: string;
  feed: ContentFeed | undefined;
  close: () => void;
}

function FeedForm({ projectId, close, ...props }: FeedFormProps) {
  const territories = useTerritories();
  const others = useOtherProjects(projectId);
  const { row: feed, ...start } = useSeen(props.feed, (one) =>
    valuesOf(
      one,
      others.map(({ value }) => value),
    ),
  );
  return (
    <EditPanel
      title={feed ? 'Modifica il feed' : 'Nuovo feed'}
      values={start.values}
      standing={start.standing}
      write={(values, key) =>
        feed
          ? changeFeed(projectId, feed, bodyOf(values), key)
          : addFeed(projectId, bodyOf(values), key)
      }
      changed={useContentsChanged()}
      said={feed ? 'Feed salvato.' : 'Feed aperto.'}
      close={close}
      submit={feed ? 'Salva il feed' : 'Apri il feed'}
    >
      <TextField name="title" label="Titolo" required maxLength={200} />
      <LongTextField name="description" label="Descrizione" rows={2} maxLength={2000} />
      <TextField name="theme" label="Solo il tema" help="Vuoto: tutti i temi" maxLength={200} />
      <ChoiceField name="territoryId" label="Solo il territorio" choices={territories} />
      <ChoiceField name="language" label="Solo la lingua" choices={LANGUAGES} />
      {others.length > 0 && (
        <ChoiceField
          name="projectIds"
          label="Anche i contenuti di"
          help="Altri progetti in cui puoi pubblicare"
          choices={others}
          many
        />
      )}
      <TextField
        name="sites"
        label="Siti che lo riprendono"
        help="Separati da una virgola: Mediato, Lo Sapevi Che?"
      />
    </EditPanel>
  );
}

/** Where else one may publish. */
function useOtherProjects(projectId: string) {
  return useProjectsWith('content.edit')
    .filter(({ id }) => id !== projectId)
    .map((project) => ({ value: project.id, label: nameOf(project) }));
}

const NEW: Values = {
  title: '',
  description: '',
  theme: '',
  territoryId: '',
  language: '',
  sites: '',
  projectIds: [],
};

const valuesOf = (feed: ContentFeed | undefined, others: string[]): Values =>
  feed
    ? {
        title: feed.title,
        description: feed.description ?? '',
        theme: feed.theme ?? '',
        territoryId: feed.territoryId ?? '',
        language: feed.language ?? '',
        sites: feed.sites.join(', '),
        projectIds: feed.projects.map(({ id }) => id).filter((id) => others.includes(id)),
      }
    : NEW;

const bodyOf = ({ title, description, theme, sites, projectIds, ...only }: Values) => ({
  title,
  description: description.trim() || null,
  theme: theme.trim() || null,
  territoryId: only.territoryId || null,
  language: only.language || null,
  sites: listed(sites),
  projectIds,
});
