import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { Caller } from '../access/caller.js';
import { poolOf } from '../platform/prepared.js';
import type { ActivityFilter } from './activity.dto.js';
import { activityWhere } from './activity-filter.js';

// Without it Excel takes UTF-8 for another alphabet.
const BYTE_ORDER_MARK = '\ufeff';

/** Streams the filtered activities as CSV for Italian Excel: `;`, decimal comma, BOM, no cell that a spreadsheet would run. */
@Injectable()
export class ActivityExport {
  constructor(private readonly source: DataSource) {}

  /** The database writes the file itself (COPY), so memory does not grow with the rows. */
  async csv(caller: Caller, filter: ActivityFilter): Promise<Readable> {
    const client = await poolOf(this.source).connect();
    const stream = client.query(copyTo(exportSql(caller, filter)));
    const file = new PassThrough();
    file.write(BYTE_ORDER_MARK);
    pipeline(stream, file, (error) => client.release(error ?? undefined));
    return file;
  }
}

/** The COPY statement of an export. */
export function exportSql(caller: Caller, filter: ActivityFilter): string {
  const params: unknown[] = [];
  const rows = `${SELECT} WHERE ${activityWhere(caller, filter, params)} ${ORDER}`;
  return `COPY (${inlined(rows, params)}) TO STDOUT WITH (FORMAT csv, HEADER, DELIMITER ';')`;
}

// COPY takes no parameters: each value is written as a quoted literal.
function inlined(sql: string, params: unknown[]): string {
  return sql.replace(/\$(\d+)/g, (_, n: string) => literal(params[Number(n) - 1]));
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(',')}]`;
  return typeof value === 'string' ? pg.escapeLiteral(value) : 'NULL';
}

const safe = (column: string): string =>
  `CASE WHEN ${column} ~ '^[=+@\\t\\r-]' THEN '''' || ${column} ELSE ${column} END`;

const comma = (number: string): string => `replace((${number})::text, '.', ',')`;

const SELECT = `
  SELECT ${safe('j.title')} AS "Progetto", to_char(activity.day, 'DD/MM/YYYY') AS "Giorno", to_char(activity.ends_on, 'DD/MM/YYYY') AS "Fino al",
    to_char(activity.start_time, 'HH24:MI') AS "Inizio", to_char(activity.end_time, 'HH24:MI') AS "Fine", activity.minutes AS "Minuti",
    ${comma('round(activity.minutes / 60.0, 2)')} AS "Ore", ${comma('activity.quantity')} AS "Quantità", k.label AS "Tipo",
    CASE activity.state WHEN 'planned' THEN 'programmata' WHEN 'done' THEN 'svolta' WHEN 'confirmed' THEN 'confermata' ELSE 'annullata' END AS "Stato",
    ${safe('w.code')} AS "Azione", ${safe('w.title')} AS "Titolo azione", ${safe('o.name')} AS "Partner", ${safe('activity.place')} AS "Luogo",
    activity.participants AS "Presenti", activity.women AS "Donne", activity.men AS "Uomini", ${safe('activity.note')} AS "Nota",
    CASE WHEN activity.demonstration THEN 'sì' ELSE 'no' END AS "Dimostrazione", activity.id AS "Codice"
  FROM activity JOIN project j ON j.id = activity.project_id JOIN activity_kind k ON k.code = activity.kind
  JOIN work_item w ON w.id = activity.work_item_id
  LEFT JOIN participation a ON a.id = activity.participation_id LEFT JOIN organisation o ON o.id = a.organisation_id`;

const ORDER = 'ORDER BY activity.day DESC, activity.id DESC';
