import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Caller } from '../access/caller.js';
import { RuleBroken } from '../kernel/errors.js';
import { inThread } from '../platform/in-thread.js';
import type { Sheet, SheetFormat, SheetValue } from '../platform/sheet-file.js';
import { EXPORT_HEAD, SHEET_SELECT } from './activity-columns.js';
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
    const rows: Record<string, SheetValue>[] = await this.source.query(
      `${SHEET_SELECT} WHERE ${where} ORDER BY activity.day DESC, activity.id DESC LIMIT ${MOST_ROWS + 1}`,
      params,
    );
    if (rows.length > MOST_ROWS) {
      throw new RuleBroken(
        'export.too-long',
        'Le righe sono più di 50.000: restringi i filtri, oppure scarica il CSV.',
      );
    }
    const lines = rows.map((row) => Object.values(row));
    const sheet: Sheet = { name: 'Attività', head: EXPORT_HEAD, rows: lines };
    return inThread('platform/sheet-worker.js', { format, sheet });
  }
}
