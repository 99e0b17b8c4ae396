import { countOperators } from './count-operators.js';

const training = (field: string, people: string, state: 'held' | 'cancelled' = 'held') => ({
  field,
  state,
  operators: [...people].map((personId) => ({ personId })),
});

describe('operators trained', () => {
  it('count once, in a field as in the whole', () => {
    expect(
      countOperators([
        training('Mediazione', 'AB'),
        training('Lingua', 'BC'),
        training('Lingua', 'C'),
      ]),
    ).toEqual({
      operators: 3,
      presences: 5,
      fields: [
        { field: 'Lingua', trainings: 2, operators: 2 },
        { field: 'Mediazione', trainings: 1, operators: 2 },
      ],
    });
  });

  it('and not at all where a training was cancelled', () => {
    expect(countOperators([training('Lingua', 'AB', 'cancelled')])).toEqual({
      operators: 0,
      presences: 0,
      fields: [],
    });
  });
});
