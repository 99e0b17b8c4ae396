import { assertShares } from './shares.js';

const share = (projectId: string, minutes: number) => ({ projectId, minutes });

describe('the shares of one piece of work', () => {
  it.each([
    ['may be all of it', [share('a', 90), share('b', 30)]],
    ['may leave some time to nobody', [share('a', 60), share('b', 30)]],
  ])('%s', (_, shares) => {
    expect(() => assertShares(shares, 120)).not.toThrow();
  });

  it.each([
    ['are not more than it lasted', [share('a', 90), share('b', 31)]],
    ['are not two of one project', [share('a', 30), share('a', 30)]],
  ])('%s', (_, shares) => {
    expect(() => assertShares(shares, 120)).toThrow(
      expect.objectContaining({ code: 'activity.shares' }),
    );
  });
});
