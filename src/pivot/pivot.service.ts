import { Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.js';
import { sheetFile, type SheetFormat, type SheetValue } from '../platform/sheet-file.js';
import type { Dimension, Measure, PivotFilter, PivotHead, PivotView } from './pivot.dto.js';
import { pivotTable } from './pivot-table.js';
import { PivotQueries } from './pivot.queries.js';

@Injectable()
export class PivotService {
  constructor(private readonly queries: PivotQueries) {}

  async read(caller: Caller, filter: PivotFilter): Promise<PivotView> {
    return pivotTable(filter.measure ?? 'hours', await this.queries.count(caller, filter));
  }

  async file(caller: Caller, filter: PivotFilter, format: SheetFormat): Promise<Buffer> {
    const table = await this.read(caller, filter);
    const { rows = 'kind', columns } = filter;
    const valueOf = (value: number): SheetValue =>
      table.measure === 'hours' ? { minutes: value } : value;
    const titles = columns ? table.columns.map((head) => labelOf(columns, head)) : [];
    const head = [WORDS[rows], ...titles, `Totale ${MEASURES[table.measure]}`];
    const lines = table.rows.map((row, place) => [
      labelOf(rows, row),
      ...(columns ? table.columns.map((_, column) => cellAt(table, place, column)) : []).map(
        (value) => (value === null ? null : valueOf(value)),
      ),
      valueOf(table.rowTotals[place] ?? 0),
    ]);
    const foot = [
      'Totale',
      ...(columns ? table.columnTotals.map(valueOf) : []),
      valueOf(table.total),
    ];
    return sheetFile(format, { name: 'Pivot', head, rows: [...lines, foot] });
  }
}

const cellAt = ({ cells }: PivotView, row: number, column: number): number | null =>
  cells.find((cell) => cell.row === row && cell.column === column)?.value ?? null;

const WORDS: Record<Dimension, string> = {
  territory: 'Territorio',
  language: 'Lingua',
  kind: 'Tipo',
  partner: 'Partner',
  month: 'Mese',
  project: 'Progetto',
  workItem: 'Azione',
};
const MEASURES: Record<Measure, string> = {
  hours: 'ore',
  activities: 'attività',
  heads: 'presenti contati',
  presences: 'presenze nominative',
  people: 'persone',
};

const languages = new Intl.DisplayNames('it', { type: 'language' });
const labelOf = (side: Dimension, { key, label }: PivotHead): string =>
  side === 'language' && key ? (languages.of(key) ?? label) : label;
