export interface Quarter {
  from: string;
  to: string;
  /** '3º trimestre 2019'. */
  name: string;
}

const ENDS = ['03-31', '06-30', '09-30', '12-31'];
const STARTS = ['01-01', '04-01', '07-01', '10-01'];

function quarter(year: number, index: number): Quarter {
  return {
    from: `${year}-${STARTS[index]}`,
    to: `${year}-${ENDS[index]}`,
    name: `${index + 1}º trimestre ${year}`,
  };
}

const placeOf = (day: string): [number, number] => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return [year, Math.floor((month - 1) / 3)];
};

/** The calendar quarter that a day falls in. */
export const quarterOf = (day: string): Quarter => quarter(...placeOf(day));

/** The last one that has ended: the one to report on. */
export function closedQuarter(today: string): Quarter {
  const [year, index] = placeOf(today);
  return index === 0 ? quarter(year - 1, 3) : quarter(year, index - 1);
}
