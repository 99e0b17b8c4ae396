import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { Caller } from '../access/caller.js';
import { comma, copyOf, italianDay, safe, streamCsv, worded } from '../platform/csv-export.js';
import type { ActivityFilter } from './activity.dto.js';
import { activityWhere } from './activity-filter.js';

/** Streams the filtered activities as CSV. */
@Injectable()
export class ActivityExport {
  constructor(private readonly source: DataSource) {}

  csv(caller: Caller, filter: ActivityFilter): Promise<Readable> {
    return streamCsv(this.source, exportSql(caller, filter));
  }
}

/** The COPY statement of an export. */
export function exportSql(caller: Caller, filter: ActivityFilter): string {
  const params: unknown[] = [];
  return copyOf(`${SELECT} WHERE ${activityWhere(caller, filter, params)} ${ORDER}`, params);
}

const STATES = {
  planned: 'programmata',
  done: 'svolta',
  confirmed: 'confermata',
  cancelled: 'annullata',
};

const SELECT = `
  SELECT ${safe('j.title')} AS "Progetto", ${italianDay('activity.day')} AS "Giorno", ${italianDay('activity.ends_on')} AS "Fino al",
    to_char(activity.start_time, 'HH24:MI') AS "Inizio", to_char(activity.end_time, 'HH24:MI') AS "Fine", activity.minutes AS "Minuti",
    ${comma('round(activity.minutes / 60.0, 2)')} AS "Ore", ${comma('activity.quantity')} AS "Quantità", ${safe('k.label')} AS "Tipo",
    ${worded('activity.state', STATES)} AS "Stato",
    ${safe('w.code')} AS "Azione", ${safe('w.title')} AS "Titolo azione", ${safe('o.name')} AS "Partner", ${safe('activity.place')} AS "Luogo",
    ${safe('t.name')} AS "Territorio", ${safe('activity.target_group')} AS "Gruppo",
    activity.participants AS "Presenti", activity.women AS "Donne", activity.men AS "Uomini", ${safe('activity.note')} AS "Nota",
    CASE WHEN activity.demonstration THEN 'sì' ELSE 'no' END AS "Dimostrazione", activity.id AS "Codice"
  FROM activity JOIN project j ON j.id = activity.project_id JOIN activity_kind k ON k.code = activity.kind
  JOIN work_item w ON w.id = activity.work_item_id LEFT JOIN territory t ON t.id = activity.territory_id
  LEFT JOIN participation a ON a.id = activity.participation_id LEFT JOIN organisation o ON o.id = a.organisation_id`;

const ORDER = 'ORDER BY activity.day DESC, activity.id DESC';
