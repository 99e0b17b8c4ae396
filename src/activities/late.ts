/**
 * SQL: whether a row was entered after the report of its day was sent. A report covers the day, and the first that did
 * does not hold the row. `row` is the alias of an activity or expense, `day` its column.
 */
export const lateSql = (row: string, day: string): string => `
  coalesce((SELECT s.report_id IS DISTINCT FROM ${row}.report_id FROM sent_period s
    WHERE s.project_id = ${row}.project_id AND ${row}.${day} BETWEEN s.from_day AND s.to_day
    ORDER BY s.report_number LIMIT 1), false)`;
