import type { IsoDate } from '../kernel/dates.js';
import type { TargetStatus } from '../recipients/target-status.js';
import type { Facts } from './facts.js';
import type { RowTable } from './figures/figure.js';
import type { Tellable } from './figures/telling.js';
import { roleWords, targetWords } from './figures/words.js';

/** A row behind a figure, as it is shown and, once the report is sent, as it was. */
export interface ShownRow {
  table: RowTable;
  id: string;
  version: number;
  day: IsoDate | null;
  label: string;
  detail: string;
  late: boolean;
}

/** What a row is called in `report_row` and in a share. */
export const rowName = (row: { table: string; id: string }): string => `${row.table} ${row.id}`;

/** Every row that a figure of these facts can be made of, by its name. */
export function shownRows(facts: Facts): Map<string, ShownRow> {
  const subjects = new Map(facts.participations.map((p) => [p.id, p.organisation]));
  const items = new Map(facts.workItems.map((item) => [item.id, item.code]));
  const told = (parts: (string | null | undefined)[]): string =>
    parts.filter((part) => part).join(' · ');
  const of = (id: string | null): string | undefined => (id ? subjects.get(id) : undefined);
  const rows: ShownRow[] = [
    ...facts.activities.map((a) => ({
      ...named('activity', a),
      day: a.day,
      label: a.kindLabel,
      detail: told([items.get(a.workItemId), of(a.participationId), a.place, cancelled(a)]),
      late: a.late,
    })),
    ...facts.expenses.map((e) => ({
      ...named('expense', e),
      day: e.day,
      label: e.document,
      detail: told([`${e.categoryCode} ${e.categoryLabel}`, of(e.participationId), cancelled(e)]),
      late: e.late,
    })),
    ...facts.budgetLines.map((line) => ({
      ...named('budget_line', line),
      label: line.description,
      detail: told([`${line.categoryCode} ${line.categoryLabel}`, of(line.participationId)]),
    })),
    ...facts.participations.map((p) => ({
      ...named('participation', p),
      label: p.organisation,
      detail: told([roleWords[p.role], p.category]),
    })),
    ...peopleRows(facts),
  ];
  return new Map(rows.map((row) => [rowName(row), row]));
}

/** All of the period are in the total. */
const peopleRows = ({ people: { period, total } }: Facts): ShownRow[] => {
  const inPeriod = new Map(period.people.map(({ id, target }) => [id, target]));
  return [
    ...total.people.map((one) => ({
      ...named('recipient', one),
      label: one.code,
      detail: statusWords(one.target, inPeriod.get(one.id) ?? one.target),
    })),
    ...total.operators.map((one) => ({
      ...named('person', one),
      label: one.name,
      detail: 'operatore formato',
    })),
  ];
};

/** Both figures open to this one row, and each takes the status of the first day that it counts. */
const statusWords = (total: TargetStatus, period: TargetStatus): string =>
  total === period
    ? targetWords[total]
    : `${targetWords[period]} nel periodo, ${targetWords[total]} dall’avvio`;

/** What was cancelled after it was told is in a sheet only to be taken back there or elsewhere. */
const cancelled = ({ stands }: Tellable): string | null => (stands ? null : 'annullata');

const named = (table: RowTable, { id, version }: { id: string; version: number }) => ({
  table,
  id,
  version,
  day: null,
  late: false,
});
