/** The least SQL that gives the program's answers about people: groups, whole and heads without a code in one statement each. */

// A presence is a person at a session, whatever number of codes it has.
const PRESENCES = `presences AS MATERIALIZED (
  SELECT a.id, r.person_id, a.day, a.work_item_id, max(t.minutes) AS minutes
  FROM attendance t JOIN activity a ON a.id = t.activity_id JOIN recipient r ON r.id = t.recipient_id
  WHERE t.present AND a.state IN ('done', 'confirmed') GROUP BY a.id, r.person_id)`;

const HEADS = `heads AS (
  SELECT sum(greatest(coalesce(a.participants, 0) - coalesce(c.coded, 0), 0)) AS heads, sum(coalesce(c.coded, 0)) AS coded,
    sum(greatest(coalesce(a.participants, 0), coalesce(c.coded, 0))) AS counted
  FROM activity a LEFT JOIN (SELECT t.activity_id, count(DISTINCT r.person_id) AS coded
    FROM attendance t JOIN recipient r ON r.id = t.recipient_id WHERE t.present GROUP BY 1) c ON c.activity_id = a.id
  WHERE a.state IN ('done', 'confirmed'))`;

const TARGET = `CASE WHEN p.citizenship = 'XX' THEN 'to_verify' WHEN EXISTS (SELECT FROM union_member u WHERE u.country = p.citizenship
  AND s.first_day BETWEEN u.from_day AND coalesce(u.to_day, 'infinity')) THEN 'not_target' ELSE 'recipient' END`;

const AGE = `CASE WHEN p.birth_year IS NULL THEN 'unknown' WHEN extract(year FROM s.first_day) - p.birth_year < 18 THEN 'under_18'
  WHEN extract(year FROM s.first_day) - p.birth_year <= 60 THEN '18_60' ELSE 'over_60' END`;

const FIGURES = `sum(presences) AS presences, sum(minutes) AS minutes, count(*) AS people,
  count(*) FILTER (WHERE target = 'recipient') AS recipients, count(*) FILTER (WHERE target = 'to_verify') AS to_verify,
  count(*) FILTER (WHERE target = 'not_target') AS not_target`;

/** Persons of each part and of the whole; a person of several parts stands in each. */
const apart = (part) => `WITH ${PRESENCES}, ${HEADS},
  s AS (SELECT person_id, ${part} AS key, grouping(${part}) AS whole, count(*) AS presences, sum(minutes) AS minutes, min(day) AS first_day
    FROM presences GROUP BY GROUPING SETS ((person_id, ${part}), (person_id))),
  people AS (SELECT s.*, ${TARGET} AS target FROM s JOIN recipient p ON p.id = s.person_id)
  SELECT whole, key, ${FIGURES}, (SELECT heads FROM heads) FROM people GROUP BY whole, key`;

/** Every person stands in one group. */
const split = (key) => `WITH ${PRESENCES}, ${HEADS},
  s AS (SELECT person_id, count(*) AS presences, sum(minutes) AS minutes, min(day) AS first_day FROM presences GROUP BY person_id),
  people AS (SELECT s.*, ${TARGET} AS target, ${key} AS key FROM s JOIN recipient p ON p.id = s.person_id)
  SELECT key, ${FIGURES}, (SELECT heads FROM heads) FROM people GROUP BY GROUPING SETS ((key), ())`;

export const PEOPLE_QUERIES = {
  PEOPLE_BY_workItem: { name: 'people-work-item', text: apart('work_item_id') },
  PEOPLE_BY_gender: { name: 'people-sex', text: split(`coalesce(p.gender, 'unknown')`) },
  PEOPLE_BY_age: { name: 'people-age', text: split(AGE) },
  PEOPLE_BY_period: { name: 'people-quarter', text: apart(`date_trunc('quarter', day)`) },
};
