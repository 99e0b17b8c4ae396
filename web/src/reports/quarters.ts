import type { ReportSummary } from './report-queries.js';

export interface Quarter {
  from: string;
  to: string;
}

const ENDS = ['03-31', '06-30', '09-30', '12-31'];
const STARTS = ['01-01', '04-01', '07-01', '10-01'];
const BACK = 12;

/** The quarters up to today's that have no sheet yet, the latest first. */
export function freeQuarters(today: string, reports: ReportSummary[]): Quarter[] {
  const taken = new Set(reports.map((report) => report.from));
  const [year = 0, month = 1] = today.split('-').map(Number);
  const latest = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: BACK }, (_, back) => quarterAt(latest - back)).filter(
    ({ from }) => !taken.has(from),
  );
}

function quarterAt(index: number): Quarter {
  const [year, quarter] = [Math.floor(index / 4), index % 4];
  return { from: `${year}-${STARTS[quarter]}`, to: `${year}-${ENDS[quarter]}` };
}
