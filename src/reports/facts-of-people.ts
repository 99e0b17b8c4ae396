import type { EntityManager } from 'typeorm';
import type { IsoDate, Period } from '../kernel/dates.js';
import { PEOPLE_OF_INDICATORS } from '../indicators/indicator.queries.js';
import { peopleOf } from '../indicators/people-of-activities.js';
import type { TargetStatus } from '../recipients/target-status.js';

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

/** A person whom an indicator counts; the status is that of its first day among the activities that the indicator takes. */
export interface CountedFact extends PersonFact {
  indicatorId: string;
}

export interface OperatorFact {
  id: string;
  version: number;
  name: string;
}

export interface PeopleOfRange {
  people: PersonFact[];
  counted: CountedFact[];
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
  counted: await db.query(PEOPLE_OF_INDICATORS, [projectId, from, to]),
  operators: await db.query(OPERATORS, [projectId, from, to]),
});

const PEOPLE = `${peopleOf(`
  SELECT id, day FROM activity
  WHERE project_id = $1 AND ($2::date IS NULL OR day >= $2) AND day <= $3 AND state IN ('done', 'confirmed')`)} ORDER BY p.code`;

const OPERATORS = `
  SELECT p.id, p.version, p.name FROM person p
  WHERE EXISTS (SELECT FROM trainee e JOIN training t ON t.id = e.training_id
    WHERE e.person_id = p.id AND t.project_id = $1 AND t.state = 'held' AND ($2::date IS NULL OR t.to_day >= $2) AND t.to_day <= $3)
  ORDER BY p.name, p.id`;
