import type { HoursCell, Kind } from './activity-queries.js';

type Cell = Pick<HoursCell, 'kind' | 'month' | 'minutes'>;

export interface Month {
  month: string;
  total: number;
  byKind: Record<string, number>;
}

/** Minutes by month and kind, months without work included; the kinds with most hours first. */
export function hoursByMonth(cells: Cell[], kinds: Kind[]) {
  const byMonth = new Map<string, Month>();
  const byKind = new Map<string, number>();
  const worked = cells.filter(({ minutes }) => minutes !== 0);
  for (const month of monthsBetween(worked.map((cell) => cell.month))) {
    byMonth.set(month, { month, total: 0, byKind: {} });
  }
  for (const { kind, month, minutes } of worked) {
    const found = byMonth.get(month);
    if (!found) continue;
    found.total += minutes;
    found.byKind[kind] = (found.byKind[kind] ?? 0) + minutes;
    byKind.set(kind, (byKind.get(kind) ?? 0) + minutes);
  }
  const series = [...byKind]
    .map(([code, minutes]) => ({
      code,
      minutes,
      label: kinds.find((kind) => kind.code === code)?.label ?? code,
    }))
    .sort((a, b) => b.minutes - a.minutes);
  const total = series.reduce((sum, { minutes }) => sum + minutes, 0);
  return { months: [...byMonth.values()], series, total };
}

function monthsBetween(months: string[]): string[] {
  const sorted = [...months].sort();
  const last = sorted.at(-1);
  const all: string[] = [];
  for (let month = sorted[0]; month !== undefined && last !== undefined && month <= last;) {
    all.push(month);
    const [year = 0, index = 1] = month.split('-').map(Number);
    month = index === 12 ? `${year + 1}-01` : `${year}-${String(index + 1).padStart(2, '0')}`;
  }
  return all;
}
