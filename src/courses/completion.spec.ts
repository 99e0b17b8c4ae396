import { hasCompleted } from './completion.js';

describe('a course is completed', () => {
  it.each([
    ['regular', 700, 1000, 70, true],
    ['regular', 699, 1000, 70, false],
    ['regular', 1000, 1000, 100, true],
    ['regular', 1100, 1000, 100, true],
    ['listener', 1000, 1000, 70, false],
    ['withdrawn', 1000, 1000, 70, false],
    ['regular', 1000, 1000, null, false],
    ['regular', 1, 3, 33, true],
    ['regular', 1, 3, 34, false],
  ] as const)('%s, %i of %i minutes, threshold %s: %s', (...row) => {
    const [status, attendedMinutes, plannedMinutes, thresholdPercent, completed] = row;
    expect(hasCompleted({ status, attendedMinutes, plannedMinutes, thresholdPercent })).toBe(
      completed,
    );
  });
});
