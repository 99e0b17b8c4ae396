import { Money } from '../kernel/money.js';
import { assertWholeFunding, fundedBy } from './funding.js';

describe('the sources of a project', () => {
  it.each([[['1']], [['0.5', '0.500000']], [['0.333333', '0.333333', '0.333334']]])(
    '%j pay all of it',
    (rates) => {
      expect(() => assertWholeFunding(rates)).not.toThrow();
    },
  );

  it.each([[[]], [['0.5']], [['0.5', '0.5', '0.000001']], [['0.333333', '0.333333', '0.333333']]])(
    '%j do not pay exactly all of it',
    (rates) => {
      expect(() => assertWholeFunding(rates)).toThrow(
        expect.objectContaining({ code: 'funding.whole' }),
      );
    },
  );

  it('split an odd cent so that the last takes what is left', () => {
    const shares = fundedBy(Money.of('1000.01'), [
      { id: 'eu', rate: '0.500000' },
      { id: 'state', rate: '0.500000' },
    ]);
    expect(
      shares.map(({ fundingSourceId, amount }) => [fundingSourceId, amount.toString()]),
    ).toEqual([
      ['eu', '500.01'],
      ['state', '500.00'],
    ]);
  });

  it('must be set before a line is written', () => {
    expect(() => fundedBy(Money.of('1.00'), [])).toThrow(
      expect.objectContaining({ code: 'funding.missing' }),
    );
  });
});
