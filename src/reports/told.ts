/** The figures whose rows say what a report told the funder. */
export const tellingFigures = {
  activity: [
    'general.period.activities',
    'general.recovered.activities',
    'general.withdrawn.activities',
  ],
  expense: [
    'financial.period.expenses',
    'financial.recovered.expenses',
    'financial.withdrawn.expenses',
  ],
} as const;

/** SQL: how often the sent reports that stand tell each row. $1 is the project, $2 the report that is left out, since it is being corrected. */
export const toldSql = (table: keyof typeof tellingFigures): string => `
  SELECT f.row_id, sum(f.amount)::int AS times FROM report r JOIN report_figure_row f ON f.report_id = r.id
  WHERE r.project_id = $1 AND r.state = 'sent' AND r.id IS DISTINCT FROM $2
    AND f.figure_key IN (${tellingFigures[table].map((key) => `'${key}'`).join(', ')})
  GROUP BY f.row_id`;
