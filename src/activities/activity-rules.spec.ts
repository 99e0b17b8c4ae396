import { RuleBroken } from '../kernel/errors.js';
import { assertCountable, assertWithin, minutesOf, stateOn, type Times } from './activity-rules.js';

const times = (values: Partial<Times>): Times => ({
  day: '2019-11-20',
  endsOn: null,
  startTime: null,
  endTime: null,
  minutes: undefined,
  ...values,
});

describe('the minutes of an activity', () => {
  it.each<[string, Partial<Times>, number]>([
    ['are those between start and end', { startTime: '09:00', endTime: '10:30' }, 90],
    ['reach to the last minute of the day', { startTime: '00:00', endTime: '23:59' }, 1439],
    [
      'may be said as well, when they agree',
      { startTime: '09:00', endTime: '10:00', minutes: 60 },
      60,
    ],
    ['are as declared without times', { minutes: 125 }, 125],
    ['are none when nothing is said', {}, 0],
    ['may fill a day', { minutes: 1440 }, 1440],
    ['are declared for what spans days', { endsOn: '2019-11-22', minutes: 4000 }, 4000],
    [
      'are declared for what spans days, also when times are given',
      { endsOn: '2019-11-21', startTime: '20:00', endTime: '09:00', minutes: 780 },
      780,
    ],
    [
      'count as one day when the last is the first',
      { endsOn: '2019-11-20', startTime: '09:00', endTime: '09:01' },
      1,
    ],
  ])('%s', (_, values, minutes) => {
    expect(minutesOf(times(values))).toBe(minutes);
  });

  it.each<[string, Partial<Times>, string]>([
    ['an end before the start', { startTime: '10:00', endTime: '09:59' }, 'endTime'],
    ['an end at the start', { startTime: '10:00', endTime: '10:00' }, 'endTime'],
    ['a start alone', { startTime: '10:00' }, 'endTime'],
    ['an end alone', { endTime: '10:00' }, 'startTime'],
    ['a last day before the first', { endsOn: '2019-11-19' }, 'endsOn'],
    ['more than a day in a day', { minutes: 1441 }, 'minutes'],
    [
      'minutes that contradict the times',
      { startTime: '09:00', endTime: '10:00', minutes: 59 },
      'minutes',
    ],
  ])('refuse %s', (_, values, path) => {
    expect(() => minutesOf(times(values))).toThrow(
      expect.objectContaining({
        code: 'activity.rule',
        errors: [expect.objectContaining({ path })],
      }),
    );
  });
});

describe('an activity lies inside its project, as far as its dates are known', () => {
  const inside =
    (starts: string | null, ends: string | null, from: string, to = from) =>
    () =>
      assertWithin('Il progetto', { starts, ends }, from, to);

  it.each([
    ['the first day of a known year', '2018', '2022', '2018-01-01'],
    ['the last day of a known year', '2018', '2022', '2022-12-31'],
    ['the first known day', '2017-05-15', '2018-05-31', '2017-05-15'],
    ['the last known day', '2017-05-15', '2018-05-31', '2018-05-31'],
    ['the last day of a known month', '2018-02', '2018-02', '2018-02-28'],
    ['any day, when nothing is known', null, null, '1999-01-01'],
  ])('allows %s', (_, starts, ends, day) => {
    expect(inside(starts, ends, day)).not.toThrow();
  });

  it.each([
    ['the day before', '2018', '2022', '2017-12-31', '2017-12-31'],
    ['the day after', '2018', '2022', '2023-01-01', '2023-01-01'],
    ['a last day that is after', '2017-05-15', '2018-05-31', '2018-05-30', '2018-06-01'],
  ])('refuses %s', (_, starts, ends, from, to) => {
    expect(inside(starts, ends, from, to)).toThrow(
      expect.objectContaining({ code: 'activity.dates' }),
    );
  });
});

describe('what a kind needs', () => {
  const plain = {
    needsLanguage: false,
    needsBodies: false,
    needsTerritory: false,
    needsGroup: false,
  };
  const kind = { unit: 'minutes' as const, needsStaff: true, label: 'Mediazione', ...plain };
  const contents = {
    minutes: 60,
    quantity: null,
    staffIds: ['a'],
    organisationIds: [],
    language: null,
    territoryId: null,
    targetGroup: null,
    participants: 10,
    women: 4,
    men: 6,
  };

  it('is there', () => expect(() => assertCountable(kind, contents)).not.toThrow());
  it.each([
    ['hours', kind, { minutes: 0 }, 'minutes'],
    ['pages', { ...kind, unit: 'pages' as const }, { quantity: 0 }, 'quantity'],
    ['people', kind, { staffIds: [] }, 'staffIds'],
    ['a language', { ...kind, needsLanguage: true }, {}, 'language'],
    ['bodies', { ...kind, needsBodies: true }, {}, 'organisationIds'],
    ['a territory', { ...kind, needsTerritory: true }, {}, 'territoryId'],
    ['a group', { ...kind, needsGroup: true }, {}, 'targetGroup'],
    ['heads that add up', kind, { women: 5 }, 'participants'],
    ['a total, when parts are counted', kind, { participants: null }, 'participants'],
  ])('is missed: %s', (_, of, values, path) => {
    const act = () => assertCountable(of, { ...contents, ...values });
    expect(act).toThrow(RuleBroken);
    expect(act).toThrow(expect.objectContaining({ errors: [expect.objectContaining({ path })] }));
  });
});

it.each([
  ['2019-11-19', 'done'],
  ['2019-11-20', 'done'],
  ['2019-11-21', 'planned'],
])('work of %s is %s on 20 November', (day, state) => {
  expect(stateOn(day, '2019-11-20')).toBe(state);
});
