import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { NotFound } from '../kernel/errors.js';
import { countsPeople } from '../indicators/indicator.entity.js';
import { decodeCursor, encodeCursor, pageSize, type PageQuery } from '../kernel/page.js';
import { factsOf } from './facts.js';
import type { FigureRowPage, FigureRowView, ReportFigures } from './figures.dto.js';
import { peopleFactsOf } from './facts-of-people.js';
import { indicatorsOf } from './facts-of-work.js';
import { type Figure, Figures, formatValue } from './figures/figure.js';
import { countedCells, PEOPLE, peopleTables } from './figures/people.js';
import { quarterlySheet, type Sheet } from './figures/sheet.js';
import { Report } from './report.entity.js';
import { rowName, shownRows, type ShownRow } from './shown-rows.js';
import { contentOf, type FigureHead, type FrozenFigureRow, figureRowsOf } from './snapshot.js';

/** The figures of a report and the rows of each: computed while it is a draft, read from its snapshot afterwards. */
@Injectable()
export class FiguresService {
  constructor(private readonly source: DataSource) {}

  async figures(projectId: string, id: string): Promise<ReportFigures> {
    const report = await this.find(projectId, id);
    const frozen = report.state !== 'draft';
    const { sheet, figures } = frozen
      ? await contentOf(this.source.manager, id)
      : (await this.live(report)).laidOut;
    const today = frozen ? await this.today(report, figures) : [];
    return { frozen, sheet: toSheetView(sheet), figures: figures.map(headOf), today };
  }

  /** What was sent stands; beside it, what its counts of people would be now. */
  private async today(report: Report, sent: FigureHead[]): Promise<ReportFigures['today']> {
    const { projectId, fromDay: from, toDay: to } = report;
    const before = new Map(sent.map(({ key, value }) => [key, value]));
    if (![...before.keys()].some((key) => key.startsWith(PEOPLE))) return [];
    const now = new Figures();
    const [facts, indicators] = await this.source.transaction('REPEATABLE READ', async (db) => [
      await peopleFactsOf(db, projectId, { from, to }),
      await indicatorsOf(db, projectId),
    ]);
    peopleTables(facts, now);
    for (const indicator of indicators)
      if (countsPeople(indicator.measure)) countedCells(indicator, facts, now);
    return now.all
      .filter(({ key, value }) => before.has(key) && before.get(key) !== value)
      .map(({ key, unit, value }) => ({ key, text: formatValue(unit, value) }));
  }

  async rows(projectId: string, id: string, key: string, query: PageQuery): Promise<FigureRowPage> {
    const report = await this.find(projectId, id);
    const frozen = report.state !== 'draft';
    const { head, rows } = frozen
      ? await this.frozenRows(id, key)
      : await this.liveRows(report, key);
    return { ...head, frozen, count: rows.length, ...pageOfRows(rows, query) };
  }

  private async find(projectId: string, id: string): Promise<Report> {
    const report = await this.source.manager.findOneBy(Report, { id, projectId });
    if (!report) throw new NotFound();
    return report;
  }

  private async live(report: Report) {
    const facts = await this.source.transaction('REPEATABLE READ', (db) => factsOf(db, report));
    return { laidOut: quarterlySheet(facts), shown: shownRows(facts) };
  }

  private async liveRows(report: Report, key: string) {
    const { laidOut, shown } = await this.live(report);
    const figure = laidOut.figures.find((candidate) => candidate.key === key);
    if (!figure) throw new NotFound();
    return { head: headOf(figure), rows: rowsOf(figure, shown).sort(inTime) };
  }

  private async frozenRows(reportId: string, key: string) {
    const { figures } = await contentOf(this.source.manager, reportId);
    const head = figures.find((candidate) => candidate.key === key);
    if (!head) throw new NotFound();
    const rows = await figureRowsOf(this.source.manager, reportId, key);
    return { head, rows: rows.map(toRowView).sort(inTime) };
  }
}

const headOf = ({ key, label, unit, value }: Figure | FigureHead): FigureHead => ({
  key,
  label,
  unit,
  value,
});

const toSheetView = (sheet: Sheet): ReportFigures['sheet'] => ({
  ...sheet,
  sections: sheet.sections.map((section) => ({
    ...section,
    tables: section.tables.map((table) => ({
      ...table,
      rows: table.rows.map((cells) => ({ cells })),
    })),
  })),
});

const rowsOf = (figure: Figure, shown: Map<string, ShownRow>): FigureRowView[] =>
  figure.shares.flatMap((share) => {
    const row = shown.get(rowName(share));
    return row ? [{ ...row, amount: share.amount }] : [];
  });

const toRowView = (row: FrozenFigureRow): FigureRowView => ({
  table: row.table,
  id: row.id,
  version: row.version,
  day: row.day,
  label: row.label,
  detail: row.detail,
  late: row.late,
  amount: row.amount,
});

type Key = [string, string, string];
const keyOf = ({ day, table, id }: FigureRowView): Key => [day ?? '', table, id];
const before = (a: readonly unknown[], b: readonly unknown[]): number => {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};
const inTime = (a: FigureRowView, b: FigureRowView): number => before(keyOf(a), keyOf(b));

/** A figure has the rows of one project: they are all at hand, a page is a slice. */
function pageOfRows(rows: FigureRowView[], query: PageQuery) {
  const after = query.after ? decodeCursor(query.after, 3) : null;
  const rest = after ? rows.filter((row) => before(keyOf(row), after) > 0) : rows;
  const items = rest.slice(0, pageSize(query));
  const last = items.at(-1);
  return { items, next: last && rest.length > items.length ? encodeCursor(keyOf(last)) : null };
}
