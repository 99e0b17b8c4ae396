import { targetStatusSql } from '../recipients/target-status.js';

/**
 * SQL: who was at these activities (a SELECT of `id` and `day`), as the merges of today make them: each person once, with
 * presences, minutes, and the status of the first of those days. Two codes of one person at one activity are one presence,
 * as long as the longer of them.
 */
export const peopleOf = (activities: string): string => `
  WITH presences AS (
    SELECT r.person_id, a.day, max(t.minutes) AS minutes
    FROM (${activities}) a JOIN attendance t ON t.activity_id = a.id AND t.present JOIN recipient r ON r.id = t.recipient_id
    GROUP BY a.id, a.day, r.person_id),
  s AS (SELECT person_id, count(*)::int AS presences, sum(minutes)::int AS minutes, min(day) AS first_day FROM presences GROUP BY person_id)
  SELECT p.id, p.version, p.code, s.presences, s.minutes, ${targetStatusSql('p.citizenship', 's.first_day')} AS target
  FROM s JOIN recipient p ON p.id = s.person_id`;
