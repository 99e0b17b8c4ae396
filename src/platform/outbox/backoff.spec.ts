import { MOST_ATTEMPTS, waitAfter } from './backoff.js';

describe('the wait after a failed delivery', () => {
  it.each([
    [1, 2],
    [2, 4],
    [MOST_ATTEMPTS, 256],
    [30, 3600],
  ])('after try %i is %i seconds', (attempt, seconds) => {
    expect(waitAfter(attempt)).toBe(seconds);
  });
});
