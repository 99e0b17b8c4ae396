/** Members of the body that the form calls otherwise. */
export const fieldOfShare = {
  budgetLineId: 'shares.0.budgetLineId',
  amount: 'shares.0.amount',
} as const;
