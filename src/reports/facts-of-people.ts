import type { EntityManager } from 'typeorm';
import type { IsoDate, Period } from '../kernel/dates.js';
import { type TargetStatus, targetStatusSql } from '../recipients/target-status.js';

/** A person as the merges of today make it, with what it followed in a range. */
export interface PersonFact {
  id: string;
  version: number;
  code: string;
  presences: number;
  minutes: number;
  /** On the first day in the range. */
  target: TargetStatus;
}

export interface OperatorFact {
  id: string;
  version: number;
  name: string;
}

export interface PeopleOfRange {
  people: PersonFact[];
  operators: OperatorFact[];
}

/** Each range by itself: people of several periods are the same people, so that the whole is never a sum. */
export interface PeopleFacts {
  period: PeopleOfRange;
  total: PeopleOfRange;
}

export async function peopleFactsOf(
  db: EntityManager,
  projectId: string,
  { from, to }: Period,
): Promise<PeopleFacts> {
  return {
    period: await within(db, projectId, from, to),
    total: await within(db, projectId, null, to),
  };
}

const within = async (
  db: EntityManager,
  projectId: string,
  from: IsoDate | null,
  to: IsoDate,
): Promise<PeopleOfRange> => ({
  people: await db.query(PEOPLE, [projectId, from, to]),
  operators: await db.query(OPERATORS, [projectId, from, to]),
});

// Two codes of one person at one activity are one presence, as long as the longer of them.
const PEOPLE = `
  WITH presences AS (
    SELECT r.person_id, a.day, max(t.minutes) AS minutes
    FROM activity a JOIN attendance t ON t.activity_id = a.id AND t.present JOIN recipient r ON r.id = t.recipient_id
    WHERE a.project_id = $1 AND ($2::date IS NULL OR a.day >= $2) AND a.day <= $3 AND a.state IN ('done', 'confirmed')
    GROUP BY a.id, r.person_id),
  s AS (SELECT person_id, count(*)::int AS presences, sum(minutes)::int AS minutes, min(day) AS first_day FROM presences GROUP BY person_id)
  SELECT p.id, p.version, p.code, s.presences, s.minutes, ${targetStatusSql('p.citizenship', 's.first_day')} AS target
  FROM s JOIN recipient p ON p.id = s.person_id ORDER BY p.code`;

const OPERATORS = `
  SELECT p.id, p.version, p.name FROM person p
  WHERE EXISTS (SELECT FROM trainee e JOIN training t ON t.id = e.training_id
    WHERE e.person_id = p.id AND t.project_id = $1 AND t.state = 'held' AND ($2::date IS NULL OR t.to_day >= $2) AND t.to_day <= $3)
  ORDER BY p.name, p.id`;
