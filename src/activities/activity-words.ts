/** The states of an activity as the office calls them, in their order; the pages use the same list. */
export const STATE_WORDS = {
  planned: 'programmata',
  done: 'svolta',
  confirmed: 'confermata',
  cancelled: 'annullata',
} as const;

/** What the quantity of a kind of activity is counted in. */
export const UNIT_WORDS = {
  minutes: 'ore',
  pages: 'pagine',
  count: 'unità',
} as const;
