import fc from 'fast-check';
import { sideBySide } from '../../web/src/planning/side-by-side.js';
import { cases } from '../support/prove.js';

const at = (id: string, startTime: string, endTime: string) => ({ id, startTime, endTime });

describe('activities of a day', () => {
  it('that meet nobody have the whole width', () => {
    const { lanes, rests } = sideBySide([at('a', '09:00', '10:00'), at('b', '10:00', '11:00')], 3);
    expect([...lanes]).toEqual([
      ['a', { at: 0, of: 1 }],
      ['b', { at: 0, of: 1 }],
    ]);
    expect(rests).toEqual([]);
  });

  it('that meet stand side by side, and take a place that has become free', () => {
    const day = [at('a', '09:00', '12:00'), at('b', '09:00', '10:00'), at('c', '10:00', '11:00')];
    expect([...sideBySide(day, 3).lanes.values()]).toEqual([
      { at: 0, of: 2 },
      { at: 1, of: 2 },
      { at: 1, of: 2 },
    ]);
  });

  it('of which too many meet leave the last place to the rest of them', () => {
    const day = ['a', 'b', 'c', 'd', 'e'].map((id, n) => at(id, '09:00', `1${n}:00`));
    const { lanes, rests } = sideBySide([...day, at('later', '15:00', '16:00')], 3);
    expect([...lanes.keys()]).toEqual(['a', 'b', 'later']);
    expect(rests).toEqual([
      { ids: ['c', 'd', 'e'], startTime: '09:00', endTime: '14:00', lane: { at: 2, of: 3 } },
    ]);
  });

  it('are each shown or counted once, and none lies upon another', () => {
    const time = (quarter: number) =>
      `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
    const activity = fc.tuple(fc.integer({ min: 32, max: 80 }), fc.integer({ min: 1, max: 12 }));
    const holds = fc.property(
      fc.array(activity, { maxLength: 25 }),
      fc.integer({ min: 2, max: 5 }),
      (drawn, most) => {
        const day = drawn
          .toSorted(([a], [b]) => a - b)
          .map(([from, long], n) => at(String(n), time(from), time(from + long)));
        const { lanes, rests } = sideBySide(day, most);
        const told = [...lanes.keys(), ...rests.flatMap(({ ids }) => ids)];
        expect(told.toSorted()).toEqual(day.map(({ id }) => id).toSorted());
        const shown = day
          .filter(({ id }) => lanes.has(id))
          .map((one) => ({
            ...one,
            lane: lanes.get(one.id)!,
          }));
        for (const one of [...shown, ...rests])
          for (const other of [...shown, ...rests])
            if (one !== other && one.startTime < other.endTime && other.startTime < one.endTime)
              expect(one.lane.at).not.toBe(other.lane.at);
      },
    );
    fc.assert(holds, cases);
  });
});
