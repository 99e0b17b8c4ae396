import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { Card } from '../frame/Card.js';
import { plural } from '../frame/format.js';
import { EditIcon } from '../frame/EditIcon.js';
import { Icon } from '../frame/Icon.js';
import { DemoMark } from '../frame/StateChip.js';
import { useAttempt } from '../frame/useAttempt.js';
import { changeFeed, feedsQuery, useContentsChanged } from './publishing-queries.js';
import type { ContentFeed } from './publishing-queries.js';

interface FeedsCardProps {
  projectId: string;
  /** Opens a feed, or a new one; null for who only reads. */
  edit: ((id: string | null) => void) | null;
}

/** The feeds of a project, each with what it selects and the sites that take it. */
export function FeedsCard({ projectId, edit }: FeedsCardProps) {
  const { data = [] } = useQuery(feedsQuery(projectId));
  return (
    <Card
      title="Feed"
      lead="Uno per tema o territorio: altri siti li riprendono da soli."
      action={
        edit && (
          <Button type="button" color="primary" outline size="sm" onClick={() => edit(null)}>
            <Icon name="plus" />
            Aggiungi feed
          </Button>
        )
      }
    >
      {data.length === 0 ? (
        <p>Ancora nessun feed.</p>
      ) : (
        <ul className="cf-feeds">
          {data.map((feed) => (
            <Feed key={feed.id} {...{ projectId, feed, edit }} />
          ))}
        </ul>
      )}
    </Card>
  );
}

const selects = ({ theme, territoryName, language }: ContentFeed): string =>
  [theme && `tema ${theme}`, territoryName, language && `lingua ${language}`]
    .filter(Boolean)
    .join(', ') || 'tutti i contenuti';

/** Said only of a feed that takes more than its own project's contents. */
function takenFrom({ projects, otherProjects }: ContentFeed): string {
  if (projects.length + otherProjects < 2) return '';
  const more = otherProjects > 0 ? ` e altri ${otherProjects}` : '';
  return `Prende da: ${projects.map(({ name }) => name).join(', ')}${more}`;
}

function Feed({ projectId, feed, edit }: FeedsCardProps & { feed: ContentFeed }) {
  const attempt = useAttempt(useContentsChanged());
  const { title, sites, open, contents, rss, atom, demonstration } = feed;
  const turn = () =>
    attempt(
      changeFeed(projectId, feed, { open: !open }),
      open ? 'Feed chiuso: chi lo prende non trova più nulla.' : 'Feed riaperto.',
    );
  return (
    <li className={open ? undefined : 'is-closed'}>
      <div>
        <strong>{title}</strong> {demonstration && <DemoMark />}
        <span>
          {selects(feed)}; {open ? plural(contents, 'contenuto', 'contenuti') : 'chiuso'}
        </span>
        <span>{takenFrom(feed)}</span>
        <span>
          {sites.length > 0 ? `Lo riprendono: ${sites.join(', ')}` : 'Nessun sito lo riprende'}
        </span>
      </div>
      <div className="cf-buttons">
        {open && (
          <>
            <a href={new URL(rss).pathname} aria-label={`RSS di ${title}`}>
              RSS
            </a>
            <a href={new URL(atom).pathname} aria-label={`Atom di ${title}`}>
              Atom
            </a>
          </>
        )}
        {edit && (
          <>
            <EditIcon what={`il feed ${title}`} open={() => edit(feed.id)} />
            <Button type="button" color="primary" outline size="sm" onClick={() => void turn()}>
              {open ? 'Chiudi' : 'Riapri'}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
