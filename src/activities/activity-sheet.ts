import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Caller } from '../access/caller.js';
import { RuleBroken } from '../kernel/errors.js';
import { sheetFile, type SheetFormat, type SheetValue } from '../platform/sheet-file.js';
import type { ActivityFilter } from './activity.dto.js';
import { activityWhere } from './activity-filter.js';

/** A workbook is held in memory while it is made; CSV is streamed and has no limit. */
const MOST_ROWS = 50_000;

/** The filtered activities as a workbook: days are days, hours are hours, texts are never formulas. */
@Injectable()
export class ActivitySheet {
  constructor(private readonly source: DataSource) {}

  /** Throws RuleBroken when there are more rows than a workbook shall hold. */
  async file(caller: Caller, filter: ActivityFilter, format: SheetFormat): Promise<Buffer> {
    const params: unknown[] = [];
    const where = activityWhere(caller, filter, params);
    const rows: Record<string, string | number | null>[] = await this.source.query(
      `${SELECT} WHERE ${where} ORDER BY activity.day DESC, activity.id DESC LIMIT ${MOST_ROWS + 1}`,
      params,
    );
    if (rows.length > MOST_ROWS) {
      throw new RuleBroken(
        'export.too-long',
        'Le righe sono più di 50.000: restringi i filtri, oppure scarica il CSV.',
      );
    }
    return sheetFile(format, {
      name: 'Attività',
      head: Object.keys(COLUMNS),
      rows: rows.map(lineOf),
    });
  }
}

const COLUMNS: Record<string, string> = {
  Progetto: 'j.title',
  Giorno: 'activity.day',
  'Fino al': 'activity.ends_on',
  Inizio: `to_char(activity.start_time, 'HH24:MI')`,
  Fine: `to_char(activity.end_time, 'HH24:MI')`,
  Ore: 'activity.minutes',
  Quantità: 'activity.quantity::float8',
  Tipo: 'k.label',
  Stato: `CASE activity.state WHEN 'planned' THEN 'programmata' WHEN 'done' THEN 'svolta' WHEN 'confirmed' THEN 'confermata' ELSE 'annullata' END`,
  Azione: 'w.code',
  'Titolo azione': 'w.title',
  Partner: 'o.name',
  Luogo: 'activity.place',
  Lingua: 'activity.language',
  Territorio: 't.name',
  Gruppo: 'activity.target_group',
  Presenti: 'activity.participants',
  Donne: 'activity.women',
  Uomini: 'activity.men',
  Nota: 'activity.note',
  Dimostrazione: `CASE WHEN activity.demonstration THEN 'sì' ELSE 'no' END`,
  Codice: 'activity.id::text',
};

const SELECT = `
  SELECT ${Object.entries(COLUMNS)
    .map(([name, column]) => `${column} AS "${name}"`)
    .join(', ')}
  FROM activity JOIN project j ON j.id = activity.project_id JOIN activity_kind k ON k.code = activity.kind
  JOIN work_item w ON w.id = activity.work_item_id LEFT JOIN territory t ON t.id = activity.territory_id
  LEFT JOIN participation a ON a.id = activity.participation_id LEFT JOIN organisation o ON o.id = a.organisation_id`;

const DAYS = new Set(['Giorno', 'Fino al']);

const lineOf = (row: Record<string, string | number | null>): SheetValue[] =>
  Object.entries(row).map(([name, value]) => {
    if (value !== null && DAYS.has(name)) return { day: String(value) };
    return name === 'Ore' ? { minutes: Number(value) } : value;
  });
