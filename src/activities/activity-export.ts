import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { Caller } from '../access/caller.js';
import { copyOf, CsvExports } from '../platform/csv-export.js';
import { CSV_SELECT } from './activity-columns.js';
import type { ActivityFilter } from './activity.dto.js';
import { activityWhere } from './activity-filter.js';

/** Streams the filtered activities as CSV. */
@Injectable()
export class ActivityExport {
  constructor(private readonly exports: CsvExports) {}

  csv(caller: Caller, filter: ActivityFilter): Promise<Readable> {
    return this.exports.stream(exportSql(caller, filter));
  }
}

/** The COPY statement of an export. */
export function exportSql(caller: Caller, filter: ActivityFilter): string {
  const params: unknown[] = [];
  return copyOf(`${CSV_SELECT} WHERE ${activityWhere(caller, filter, params)} ${ORDER}`, params);
}

const ORDER = 'ORDER BY activity.day DESC, activity.id DESC';
