/** After so many tries a delivery is given up and its job says so. */
export const MOST_ATTEMPTS = 8;
const LONGEST_WAIT_SECONDS = 3600;

/** Seconds to wait after the n-th failed try: 2, 4, 8 … at most an hour. */
export const waitAfter = (attempt: number): number => Math.min(2 ** attempt, LONGEST_WAIT_SECONDS);
