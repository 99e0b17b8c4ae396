import type { EnrolmentStatus } from './enrolment.entity.js';

export interface Followed {
  status: EnrolmentStatus;
  /** Minutes of presence in sessions that took place. */
  attendedMinutes: number;
  plannedMinutes: number;
  /** Null while nobody has set it: then nobody has completed. */
  thresholdPercent: number | null;
}

/** A course is completed by who is enrolled as regular and was there for the threshold's share of the planned minutes. */
export function hasCompleted(followed: Followed): boolean {
  const { status, attendedMinutes, plannedMinutes, thresholdPercent } = followed;
  if (status !== 'regular' || thresholdPercent === null) return false;
  return attendedMinutes * 100 >= thresholdPercent * plannedMinutes;
}
