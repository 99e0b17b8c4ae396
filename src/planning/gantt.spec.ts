import { ganttOf, type DoneWork } from './gantt.js';

const item = (
  id: string,
  starts: string | null,
  ends: string | null,
  parentId: string | null = null,
) => ({
  id,
  parentId,
  kind: 'action' as const,
  code: id,
  title: id,
  starts,
  ends,
});
const work = (workItemId: string, firstDone: string, lastDone: string, minutes = 60): DoneWork => ({
  workItemId,
  firstDone,
  lastDone,
  activities: 1,
  minutes,
  planned: 0,
});

describe('the work plan over time', () => {
  it('adds to an action what was done under it', () => {
    const plan = [item('A1', '2018', '2020'), item('A1.1', null, null, 'A1')];
    const done = [
      work('A1', '2019-03-01', '2019-03-02'),
      work('A1.1', '2019-01-10', '2019-05-01', 90),
    ];
    expect(ganttOf(plan, [], done)).toMatchObject([
      { firstDone: '2019-01-10', lastDone: '2019-05-01', activities: 2, minutes: 150 },
      { firstDone: '2019-01-10', activities: 1, minutes: 90 },
    ]);
  });

  it.each([
    ['as approved', '2018-10-01', '2019-12-31', 0, 0],
    ['later at the end', '2018-10-01', '2020-03-31', 0, 91],
    ['earlier at the start', '2018-09-01', '2019-12-31', -30, 0],
    ['known by the year alone', '2018', '2019', -273, 0],
    ['without an end', '2018-10-01', null, 0, null],
  ])('%s', (_, starts, ends, startDeviation, endDeviation) => {
    const approved = [item('A1', '2018-10-01', '2019-12-31')];
    expect(ganttOf([item('A1', starts, ends)], approved, [])).toMatchObject([
      { startDeviation, endDeviation },
    ]);
  });

  it('counts the days of work after the approved end', () => {
    const approved = [item('A1', '2018', '2019-06')];
    const after = [work('A1', '2019-01-01', '2019-07-10')];
    expect(ganttOf([item('A1', '2018', '2020')], approved, after)).toMatchObject([{ overrun: 10 }]);
    expect(ganttOf([item('A1', '2018', '2020')], [], after)).toMatchObject([{ overrun: 0 }]);
    expect(ganttOf([item('A1', '2018', null)], [], after)).toMatchObject([{ overrun: null }]);
  });

  it('says nothing of a deviation while no version is approved, or of an item that came later', () => {
    expect(ganttOf([item('A2', '2018', '2019')], [item('A1', '2018', '2019')], [])).toMatchObject([
      { baselineStarts: null, startDeviation: null, endDeviation: null },
    ]);
  });
});
