import { appendFileSync, writeFileSync } from 'node:fs';

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** What a run has found: one line per goal, with the median, the least and the greatest of its pairwise ratios. */
export class Figures {
  found = [];

  constructor(file) {
    this.file = file;
    if (file) writeFileSync(file, '');
  }

  /** `ratios` holds one number per repetition; `conditions` says of what it is made. */
  add(name, { target, better, ratios, conditions }) {
    const ratio = median(ratios);
    const figure = {
      name,
      ratio: round(ratio),
      target,
      better,
      median: round(ratio),
      min: round(Math.min(...ratios)),
      max: round(Math.max(...ratios)),
      conditions,
    };
    this.found.push(figure);
    if (this.file) appendFileSync(this.file, `${JSON.stringify(figure)}\n`);
    console.log(line(figure));
  }

  print() {
    console.log(`\n${'figure'.padEnd(WIDTH)}   median     (min – max)        target`);
    for (const figure of this.found) console.log(line(figure));
    const missed = this.found.filter((figure) => !isMet(figure));
    console.log(`\n${this.found.length - missed.length} met, ${missed.length} missed`);
  }
}

const WIDTH = 62;
const round = (number) => Number(number.toPrecision(4));
const isMet = ({ ratio, target, better }) =>
  better === 'higher' ? ratio >= target : ratio <= target;

function line(figure) {
  const { name, median: middle, min, max, target, better } = figure;
  const spread = `(${min} – ${max})`;
  const goal = `${better === 'higher' ? '≥' : '≤'} ${target}`;
  return `${isMet(figure) ? '✓' : '✗'} ${name.padEnd(WIDTH)} ${String(middle).padEnd(10)} ${spread.padEnd(18)} ${goal}`;
}

/** Ratios of two columns of repetitions, pair by pair. */
export const ratiosOf = (rows, over, under) => rows.map((row) => over(row) / under(row));

/** Median with its unit, for the conditions of a figure. */
export const typical = (rows, of, unit = '/s') =>
  `${Math.round(median(rows.map(of)) * 100) / 100}${unit}`;
