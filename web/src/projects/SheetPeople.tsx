import { Link } from 'react-router';
import { useMe } from '../api/session.js';
import { Card } from '../frame/Card.js';
import { period } from '../frame/format.js';
import { AddIcon, EditIcon } from '../frame/EditIcon.js';
import { Icon } from '../frame/Icon.js';
import { RELATIONS, siteName } from './words.js';
import type { Project, Relation, TeamMember } from './words.js';

export interface CardProps {
  project: Project;
  /** Opens a panel of the sheet; null when the caller may not change this part. */
  edit: ((panel: string) => void) | null;
}

/** The working group, each person once with every function. */
export function TeamCard({ project, edit }: CardProps) {
  const people = new Map<string, TeamMember[]>();
  for (const member of project.team) {
    people.set(member.personId, [...(people.get(member.personId) ?? []), member]);
  }
  return (
    <Card
      title="Gruppo di lavoro"
      action={edit && <AddIcon what="una persona" open={() => edit('gruppo.nuovo')} />}
    >
      {people.size === 0 && <p className="cf-unknown">non noto</p>}
      <ul className="cf-people">
        {[...people.values()].map((entries) => (
          <Person key={entries[0]?.personId} {...{ entries, edit }} />
        ))}
      </ul>
    </Card>
  );
}

/** Each function with its own dates: who has left stays in the list. */
function Person({ entries, edit }: { entries: TeamMember[]; edit: CardProps['edit'] }) {
  const [first] = entries;
  return (
    <li>
      <strong>{first?.name}</strong>
      <ul className="cf-functions">
        {entries.map((entry) => (
          <li key={entry.id}>
            <span className="cf-muted">{wordsOf(entry)}</span>
            {edit && (
              <EditIcon
                what={`${entry.name}, gruppo di lavoro`}
                open={() => edit(`gruppo.${entry.id}`)}
              />
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

const wordsOf = ({ function: work, fromDay, toDay }: TeamMember): string =>
  [work, fromDay || toDay ? period(fromDay, toDay) : null].filter(Boolean).join(' · ');

/** Other projects, and the sites that take this one's contents. */
export function LinksCard({ project, edit }: CardProps) {
  const none = project.relations.length === 0 && project.feeds.length === 0;
  if (none && !edit) return null;
  return (
    <Card
      title="Collegamenti"
      action={edit && <EditIcon what="i collegamenti" open={() => edit('collegamenti')} />}
    >
      {none && <p className="cf-muted">Nessun altro progetto, nessun sito.</p>}
      {project.relations.length > 0 && (
        <ul className="cf-links">
          {project.relations.map((relation) => (
            <li key={`${relation.kind}${relation.direction}${relation.title}`}>
              <Icon name={relation.direction === 'out' ? 'arrow-right' : 'arrow-left'} />
              <div>
                {RELATIONS[relation.kind][relation.direction]} <OtherProject relation={relation} />
                {relation.note && <p className="cf-muted">{relation.note}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
      {project.feeds.length > 0 && (
        <>
          <h3 className="cf-card-subtitle">Siti alimentati da feed RSS</h3>
          <ul className="cf-links">
            {project.feeds.map(({ siteName: name, siteUrl, note }) => (
              <li key={name}>
                <Icon name="rss" />
                <div>
                  {name}
                  {siteUrl && (
                    <>
                      {' · '}
                      <a href={siteUrl} target="_blank" rel="noreferrer">
                        {siteName(siteUrl)}
                      </a>
                    </>
                  )}
                  {note && <p className="cf-muted">{note}</p>}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function OtherProject({ relation }: { relation: Relation }) {
  const found = useMe().projects.find(({ id }) => id === relation.projectId);
  return found ? (
    <Link to={`/progetti/${found.slug}`}>{relation.title}</Link>
  ) : (
    <strong>{relation.title}</strong>
  );
}
