import './publishing.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { api, dataOf } from '../api/client.js';
import { useMay } from '../api/session.js';
import { Card } from '../frame/Card.js';
import { useConfirm } from '../frame/confirm.js';
import { DataTable, RowAction } from '../frame/DataTable.js';
import type { Column } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { day } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { DemoMark, StateChip } from '../frame/StateChip.js';
import { usePages } from '../frame/usePages.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { useAttempt } from '../frame/useAttempt.js';
import { ContentPanel } from './ContentPanel.js';
import { FeedPanel } from './FeedPanel.js';
import { PublishPanel } from './PublishPanel.js';
import { FeedsCard } from './FeedsCard.js';
import {
  sheetQuery,
  showSheet,
  useContentsChanged,
  withdrawContent,
} from './publishing-queries.js';
import type { Content } from './publishing-queries.js';

/** A panel of this name makes a feed; followed by an id, it changes that one. */
const FEED = 'feed';
/** Followed by an id it publishes that content. */
const PUBLISH = 'pubblica.';

interface Of {
  project: { id: string };
}

/** What the project gives to the public: contents, the feeds in which they stand, its sheet. */
export default function PublishingTab({ project }: Of) {
  const [panel, setPanel] = useUrlValue('apri');
  const may = useMay()('content.edit', project.id);
  const { rows, ...paging } = usePages(['contents', 'list', project.id], (after) =>
    dataOf(
      api.GET('/api/v1/projects/{projectId}/contents', {
        params: {
          path: { projectId: project.id },
          query: { limit: 50, ...(after && { after }) },
        },
      }),
    ),
  );
  const close = () => setPanel(null);
  return (
    <>
      <PublicSheet projectId={project.id} may={may} />
      <FeedsCard
        projectId={project.id}
        edit={may ? (id) => setPanel(id ? `${FEED}${id}` : FEED) : null}
      />
      <div className="cf-plan-head">
        <h2>Contenuti</h2>
        {may && (
          <Button type="button" color="primary" onClick={() => setPanel('nuovo')}>
            <Icon name="plus" />
            Aggiungi contenuto
          </Button>
        )}
      </div>
      <Contents rows={rows} paging={paging} open={may ? setPanel : null} />
      {may && panel !== null && <Panel {...{ panel, project, rows, close }} />}
    </>
  );
}

interface PanelProps extends Of {
  panel: string;
  rows: Content[] | undefined;
  close: () => void;
}

/** A content that is not in the list, or not yet, is none to write over. */
function Panel({ panel, project: { id: projectId }, rows, close }: PanelProps) {
  if (panel.startsWith(FEED))
    return <FeedPanel key={panel} {...{ projectId, id: panel.slice(FEED.length), close }} />;
  const content = rows?.find(({ id }) => id === panel.replace(PUBLISH, '')) ?? null;
  if (panel !== 'nuovo' && !content) return null;
  if (content && panel.startsWith(PUBLISH)) return <PublishPanel {...{ content, close }} />;
  return <ContentPanel key={panel} {...{ projectId, content, close }} />;
}

interface ContentsProps {
  rows: Content[] | undefined;
  paging: object;
  open: ((id: string) => void) | null;
}

function Contents({ rows, paging, open }: ContentsProps) {
  const withdraw = useWithdraw();
  const actions = (content: Content) => (
    <>
      {content.state === 'published' ? (
        <RowAction
          icon="ban"
          label={`Ritira: ${content.title}`}
          onClick={() => void withdraw(content)}
        />
      ) : (
        <RowAction
          icon="upload"
          label={`Pubblica: ${content.title}`}
          onClick={() => open?.(PUBLISH + content.id)}
        />
      )}
    </>
  );
  return (
    <DataTable
      caption="Contenuti"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={open ? ({ id }) => open(id) : undefined}
      actions={open ? actions : undefined}
      isMuted={({ state }) => state === 'withdrawn'}
      empty={
        <EmptyState
          icon="files"
          title="Ancora nessun contenuto"
          text="Aggiungi una pagina o una guida con il suo indirizzo: resta in bozza finché non la pubblichi."
        />
      }
      {...paging}
    />
  );
}

function useWithdraw() {
  const ask = useConfirm();
  const attempt = useAttempt(useContentsChanged());
  return async (content: Content) => {
    const reason = await ask({
      title: `Ritirare «${content.title}»?`,
      text: 'Esce subito da tutti i feed e non conta più nella sua azione, a meno che una relazione inviata lo contenga già.',
      action: 'Ritira',
      danger: true,
      reasonLabel: 'Motivo',
    });
    if (reason !== null) await attempt(withdrawContent(content, reason), 'Contenuto ritirato.');
  };
}

const STATES = {
  draft: { word: 'bozza', icon: 'pencil', tone: 'neutral' },
  published: { word: 'pubblicato', icon: 'check-circle', tone: 'good' },
  withdrawn: { word: 'ritirato', icon: 'ban', tone: 'muted' },
} as const;

const COLUMNS: Column<Content>[] = [
  {
    key: 'title',
    header: 'Contenuto',
    phone: 'title',
    cell: ({ title, demonstration }) => (
      <>
        {title} {demonstration && <DemoMark />}
      </>
    ),
  },
  {
    key: 'state',
    header: 'Stato',
    cell: ({ state, withdrawReason }) => (
      <StateChip {...STATES[state]} {...(withdrawReason ? { title: withdrawReason } : {})} />
    ),
  },
  { key: 'day', header: 'Pubblicato', cell: ({ publishedOn }) => day(publishedOn) },
  { key: 'themes', header: 'Temi', cell: ({ themes }) => themes.join(', ') },
  { key: 'territory', header: 'Territorio', cell: ({ territoryName }) => territoryName ?? '' },
  { key: 'languages', header: 'Lingue', cell: ({ languages }) => languages.join(', ') },
  { key: 'feeds', header: 'Nei feed', cell: ({ feeds }) => feeds.join(', ') },
  {
    key: 'url',
    header: 'Indirizzo',
    cell: ({ url, title }) => (
      <a href={url} target="_blank" rel="noreferrer" aria-label={`Apri ${title}`}>
        apri
      </a>
    ),
  },
];

function PublicSheet({ projectId, may }: { projectId: string; may: boolean }) {
  const { data } = useQuery(sheetQuery(projectId));
  const attempt = useAttempt(useContentsChanged());
  if (!data) return null;
  const { shown, address } = data;
  const turn = () =>
    attempt(
      showSheet(projectId, !shown),
      shown ? 'La scheda non è più pubblica.' : 'La scheda è pubblica.',
    );
  return (
    <Card
      title="Scheda pubblica"
      lead={
        shown
          ? 'Chiunque può leggerla, senza accesso.'
          : 'Non è pubblica: anno, ambiti, attività, obiettivi, prodotti, gruppo di lavoro e stato li vede solo chi ha accesso.'
      }
      action={
        may && (
          <Button type="button" color="primary" outline size="sm" onClick={() => void turn()}>
            {shown ? 'Togli dal pubblico' : 'Rendi pubblica'}
          </Button>
        )
      }
    >
      {shown && (
        <a className="cf-public-address" href={new URL(address).pathname}>
          {address}
        </a>
      )}
    </Card>
  );
}
