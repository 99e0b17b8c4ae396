import { Link } from 'react-router';
import { useMe } from '../api/session.js';
import { Card } from '../frame/Card.js';
import { period } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { siteName } from './words.js';
import type { Project } from './words.js';

type Member = Project['team'][number];
type Relation = Project['relations'][number];

/** The working group, each person once with every function. */
export function TeamCard({ project }: { project: Project }) {
  const people = new Map<string, Member[]>();
  for (const member of project.team) {
    people.set(member.personId, [...(people.get(member.personId) ?? []), member]);
  }
  return (
    <Card title="Gruppo di lavoro">
      {people.size === 0 && <p className="cf-unknown">non noto</p>}
      <ul className="cf-people">
        {[...people.values()].map((entries) => (
          <Person key={entries[0]?.personId} entries={entries} />
        ))}
      </ul>
    </Card>
  );
}

function Person({ entries }: { entries: Member[] }) {
  const words = entries.flatMap((one) => one.function ?? []);
  const [first] = entries;
  const dates = first?.fromDay || first?.toDay ? period(first.fromDay, first.toDay) : null;
  return (
    <li>
      <strong>{first?.name}</strong>
      <span className="cf-muted">{[...words, ...(dates ? [dates] : [])].join(' · ')}</span>
    </li>
  );
}

const RELATIONS: Record<Relation['kind'], Record<Relation['direction'], string>> = {
  continues: { out: 'Riprende', in: 'È ripreso da' },
  feeds: { out: 'Alimenta', in: 'È alimentato da' },
  derives: { out: 'Deriva da', in: 'Ne deriva' },
};

/** Other projects, and the sites that take this one's contents. */
export function LinksCard({ project }: { project: Project }) {
  if (project.relations.length === 0 && project.feeds.length === 0) return null;
  return (
    <Card title="Collegamenti">
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
