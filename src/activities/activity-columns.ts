import { comma, italianDay, safe, worded } from '../platform/csv-export.js';
import type { ActivityState } from './activity.entity.js';
import { STATE_WORDS } from './activity-words.js';

interface ExportColumn {
  sql: string;
  /** A text may be anybody's words; what is plain is ours, or a whole number. */
  as: 'text' | 'plain' | 'decimal' | 'day' | 'minutes';
}
const text = (sql: string): ExportColumn => ({ sql, as: 'text' });
const plain = (sql: string): ExportColumn => ({ sql, as: 'plain' });
const day = (sql: string): ExportColumn => ({ sql, as: 'day' });

/** What an export of activities tells, in its order, whatever its format. */
const COLUMNS: Record<string, ExportColumn> = {
  Progetto: text('j.title'),
  Giorno: day('activity.day'),
  'Fino al': day('activity.ends_on'),
  Inizio: plain(`to_char(activity.start_time, 'HH24:MI')`),
  Fine: plain(`to_char(activity.end_time, 'HH24:MI')`),
  Minuti: plain('activity.minutes'),
  Ore: { sql: 'activity.minutes', as: 'minutes' },
  Quantità: { sql: 'activity.quantity', as: 'decimal' },
  Tipo: text('k.label'),
  Stato: plain(worded<ActivityState>('activity.state', STATE_WORDS)),
  Azione: text('w.code'),
  'Titolo azione': text('w.title'),
  Partner: text('o.name'),
  Luogo: text('activity.place'),
  Lingua: text('activity.language'),
  Territorio: text('t.name'),
  Gruppo: text('activity.target_group'),
  Presenti: plain('activity.participants'),
  Donne: plain('activity.women'),
  Uomini: plain('activity.men'),
  Nota: text('activity.note'),
  Dimostrazione: plain(`CASE WHEN activity.demonstration THEN 'sì' ELSE 'no' END`),
  Codice: plain('activity.id::text'),
};

export const EXPORT_HEAD = Object.keys(COLUMNS);

const FROM = `
  FROM activity JOIN project j ON j.id = activity.project_id JOIN activity_kind k ON k.code = activity.kind
  JOIN work_item w ON w.id = activity.work_item_id LEFT JOIN territory t ON t.id = activity.territory_id
  LEFT JOIN participation a ON a.id = activity.participation_id LEFT JOIN organisation o ON o.id = a.organisation_id`;

const select = (written: (column: ExportColumn) => string): string =>
  `SELECT ${Object.entries(COLUMNS)
    .map(([name, column]) => `${written(column)} AS "${name}"`)
    .join(', ')} ${FROM}`;

/** SELECT of a CSV: everything as it is written in Italy. */
export const CSV_SELECT = select(({ sql, as }) => {
  if (as === 'text') return safe(sql);
  if (as === 'day') return italianDay(sql);
  if (as === 'decimal') return comma(sql);
  return as === 'minutes' ? comma(`round(${sql} / 60.0, 2)`) : sql;
});

const known = (sql: string, then: string): string =>
  `CASE WHEN ${sql} IS NOT NULL THEN ${then} END`;

/** SELECT of a workbook: texts, numbers, days as they are; a day and hours as `SheetValue` has them. */
export const SHEET_SELECT = select(({ sql, as }) => {
  if (as === 'day') return known(sql, `json_build_object('day', ${sql})`);
  if (as === 'minutes') return known(sql, `json_build_object('minutes', ${sql})`);
  return as === 'decimal' ? `${sql}::float8` : sql;
});
