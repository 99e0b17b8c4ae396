import { deadlinesOf, inTime, type Meeting } from '../../web/src/today/what-is-due.js';

const TODAY = '2019-11-20';
const Q3 = '2019-07-01';
const report = (values: Partial<Meeting['reports'][number]>): Meeting['reports'][number] => ({
  id: 'r',
  number: 3,
  state: 'draft',
  from: '2019-04-01',
  to: '2019-06-30',
  correctsNumber: null,
  ...values,
});
const rule = (values: Partial<Meeting['rules'][number]>): Meeting['rules'][number] => ({
  code: 'x',
  label: 'Rendiconto intermedio',
  value: 'entro il termine',
  validTo: '2019-12-15',
  ...values,
});
const told = (change: Partial<Meeting>): string[] =>
  deadlinesOf(
    {
      project: { id: 'p', slug: 'reti', title: 'Reti' },
      sheet: { state: 'active', ends: null },
      reports: [],
      rules: [],
      ...change,
    },
    TODAY,
    Q3,
  )
    .toSorted(inTime)
    .map(({ date, what, overdue }) => `${date} ${what}${overdue ? ' (passata)' : ''}`);

describe('the deadlines of a project', () => {
  it('are none while nothing is known', () => {
    expect(told({})).toEqual([]);
    expect(told({ sheet: null })).toEqual([]);
  });

  it.each([
    ['2019-12-31', '2019-12-31 Fine del progetto'],
    ['2019', '2019 Fine del progetto'],
    ['2019-10', '2019-10 Fine del progetto (passata)'],
    ['2018', '2018 Fine del progetto (passata)'],
  ])('are its end, %s, as precise as it is known', (ends, shown) => {
    expect(told({ sheet: { state: 'active', ends } })).toEqual([shown]);
  });

  it('are not the end of what is concluded, unless it is to come', () => {
    expect(told({ sheet: { state: 'concluded', ends: '2018-12-31' } })).toEqual([]);
    expect(told({ sheet: { state: 'concluded', ends: '2022' } })).toEqual([
      '2022 Fine del progetto',
    ]);
  });

  it('are the rules of its call that have a value and an end to come', () => {
    const none = [rule({ value: null }), rule({ validTo: null }), rule({ validTo: '2019-11-19' })];
    expect(told({ rules: [rule({}), ...none] })).toEqual([
      '2019-12-15 Avviso, fine di validità: Rendiconto intermedio',
    ]);
  });

  it('are the drafts of quarters that have ended, but for the one that stands beside', () => {
    const reports = [
      report({}),
      report({ from: Q3, to: '2019-09-30', number: 4 }),
      report({ from: Q3, to: '2019-09-30', number: 5, correctsNumber: 2 }),
      report({ from: '2019-10-01', to: '2019-12-31' }),
      report({ state: 'sent' }),
    ];
    expect(told({ reports })).toEqual([
      '2019-06-30 Scheda 3 da inviare (passata)',
      '2019-09-30 Rettifica della scheda 2 da inviare (passata)',
    ]);
  });

  it('stand in time, what is known only to the year at its end', () => {
    expect(
      told({ sheet: { state: 'active', ends: '2019' }, rules: [rule({ validTo: '2019-12-31' })] }),
    ).toEqual([
      '2019-12-31 Avviso, fine di validità: Rendiconto intermedio',
      '2019 Fine del progetto',
    ]);
  });
});
