/** How near a package is to its end. */
export const alerts = ['none', 'eighty', 'ninety_five', 'over'] as const;
export type Alert = (typeof alerts)[number];

/** Sums over the work of a package, in its unit. Cancelled work is in none of them. */
export interface PackageSums {
  /** What may be used: bought, or allotted to one body or territory; null when nothing was allotted to it. */
  available: number | null;
  planned: number;
  /** Done, confirmed or not. */
  done: number;
  confirmed: number;
  /** To be paid for what is confirmed. */
  billable: number;
  /** To be paid for all of it, planned work too: pending hours reserve. */
  used: number;
}

export interface PackageState {
  residual: number | null;
  alert: Alert;
}

/** What is left of a package and whether somebody must hear of it. */
export function stateOf({
  available,
  used,
}: Pick<PackageSums, 'available' | 'used'>): PackageState {
  if (available === null) return { residual: null, alert: 'none' };
  return { residual: available - used, alert: alertOf(used, available) };
}

const ALERTS: [Alert, number][] = [
  ['ninety_five', 95],
  ['eighty', 80],
];

function alertOf(used: number, available: number): Alert {
  if (used > available) return 'over';
  return ALERTS.find(([, percent]) => used * 100 >= available * percent)?.[0] ?? 'none';
}
