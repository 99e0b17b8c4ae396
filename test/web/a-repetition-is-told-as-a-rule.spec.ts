import { ruleOf } from '../../web/src/planning/recurrence-rule.js';
import type { Repetition } from '../../web/src/planning/recurrence-rule.js';

const TODAY = '2019-11-20';
const repeated = (values: Partial<Repetition>): Repetition => ({
  every: 'WEEKLY',
  weekdays: [],
  until: '31/12/2019',
  times: '',
  ...values,
});

describe('a repetition', () => {
  it.each<[string, Partial<Repetition>, string | null | undefined]>([
    ['once', { every: '' }, undefined],
    ['by days to a last day', { every: 'DAILY' }, 'FREQ=DAILY;UNTIL=20191231'],
    ['by weeks on two days', { weekdays: ['TU', 'TH'] }, 'FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20191231'],
    [
      'every second week, so many times',
      { every: 'WEEKLY2', weekdays: ['MO'], times: '6' },
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=6',
    ],
    [
      'by months, whatever weekdays were ticked',
      { every: 'MONTHLY', weekdays: ['MO'], times: '3' },
      'FREQ=MONTHLY;COUNT=3',
    ],
    ['whose end is not understood', { until: 'mai' }, null],
    ['of no times', { times: '0' }, null],
  ])('%s', (_, values, rule) => {
    expect(ruleOf(repeated(values), TODAY)).toBe(rule);
  });
});
