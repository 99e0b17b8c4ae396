/** How many cases a property is tried on: the same 200 in every run, 10,000 when a proof is asked for. */
export const cases = {
  numRuns: process.env.PROVE ? 10_000 : 200,
  seed: 20_191_120,
};
